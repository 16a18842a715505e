package io.gatehouse.identity.keys;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's place in an organization.
 *
 * @param owner the person who answers for it
 * @param version counts its changes from 1
 * @param keys that open something now
 * @param lastUsedAt of any of its keys, to the minute
 * @param nextExpiryAt when the first of the keys that open something ends
 */
record ServiceAccount(
        UUID id,
        String name,
        String purpose,
        PersonRef owner,
        List<Permission> permissions,
        State state,
        int version,
        Instant createdAt,
        long keys,
        @Nullable Instant lastUsedAt,
        @Nullable Instant nextExpiryAt) {

    /** Whether its keys open anything. */
    enum State {
        ACTIVE,
        SUSPENDED
    }
}
