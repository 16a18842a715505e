package io.gatehouse.identity.session;

import java.time.Instant;

/**
 * A session that may still be used.
 *
 * @param lastUsed when its browser last asked for anything
 * @param browser as it calls itself; empty when nothing is known
 * @param address that it was opened from; empty when nothing is known
 */
public record OpenSession(SignedIn signedIn, Instant lastUsed, String browser, String address) {}
