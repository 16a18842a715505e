package io.gatehouse.santa.events.intake;

import java.util.UUID;

/**
 * A file was seen on a device.
 *
 * @param micros when, since 1970
 * @param blocked whether it was stopped
 */
record Sighting(UUID device, String sha256, Facts facts, long micros, boolean blocked) {}
