package io.gatehouse.identity.keys;

import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as those see it who manage keys: never its secret.
 *
 * @param beginning of the key's text, by which it is found again
 * @param permissions that it allows, as far as its account has them
 * @param networks from which it can be used; empty: from everywhere
 * @param lastUsedAt to the minute
 */
record ApiKey(
        UUID id,
        String name,
        String beginning,
        List<Permission> permissions,
        List<String> networks,
        State state,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress,
        @Nullable Instant revokedAt,
        @Nullable String revokedBecause) {

    /** Whether it opens anything, apart from its account's state. */
    enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    /** A key just made, with its text, which is shown now and never again. */
    record Issued(ApiKey key, String text) {

        @Override
        public String toString() {
            return "Issued[" + key.beginning() + "...]";
        }
    }
}
