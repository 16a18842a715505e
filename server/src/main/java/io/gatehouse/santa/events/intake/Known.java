package io.gatehouse.santa.events.intake;

/**
 * What the intake remembers of a software row.
 *
 * @param facts fingerprint of the row's facts, see {@link Facts}
 * @param blocked whether the row tells that it was blocked
 */
record Known(long id, long facts, boolean blocked) {}
