package io.gatehouse.identity.connections;

import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's wish to act for whoever types its short code.
 *
 * @param program as it calls itself
 * @param permissions that it asks for; empty when it leaves that to the person
 * @param address that it asked from
 * @param connection that was made of it; null while nobody has allowed it
 */
record DeviceCode(
        byte[] deviceHash,
        String program,
        List<Permission> permissions,
        String address,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant polledAt,
        int waitSeconds,
        boolean denied,
        @Nullable UUID connection) {

    boolean isUndecided(Instant now) {
        return connection == null && !denied && expiresAt.isAfter(now);
    }

    boolean isPolledEarly(Instant now) {
        return polledAt != null && polledAt.plusSeconds(waitSeconds).isAfter(now);
    }

    @Override
    public String toString() {
        return "DeviceCode[" + program + "]";
    }
}
