package io.gatehouse.verifier.timestamp;

import java.time.Instant;

/**
 * A time stamp that holds.
 *
 * @param authority the name in the certificate of whoever made it
 * @param trusted whether that leads to a certificate that was brought; if not, it may be anybody's
 */
public record Timestamp(Instant time, String authority, boolean trusted) {}
