package io.gatehouse.testkit.webhook;

import java.time.Instant;

/**
 * What arrived.
 *
 * @param id by which repeated ones are known
 * @param timestamp when it was signed
 * @param signatures as they stand in the header, one or more
 */
public record Arrival(String id, Instant timestamp, String signatures, String body) {}
