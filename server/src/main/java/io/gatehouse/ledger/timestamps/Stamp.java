package io.gatehouse.ledger.timestamps;

import java.time.Instant;

/**
 * A token that was checked.
 *
 * @param token in DER
 * @param authority the name in the certificate of whoever made it
 * @param at by the authority's clock
 */
record Stamp(byte[] token, String authority, Instant at) {}
