package io.gatehouse.identity.connections;

import io.gatehouse.identity.demands.Consent;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is in the database at this moment.
 *
 * @param permissions that the person chose; what counts is what they hold of these
 * @param consent how the person was signed in who gave it
 * @param latestHash of the only refresh token that is good; null before the program fetched one
 */
public record KnownConnection(
        OrganizationId organization,
        UUID id,
        PersonId person,
        String program,
        Set<Permission> permissions,
        Consent consent,
        byte @Nullable [] latestHash,
        @Nullable Instant refreshUntil,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress) {

    /** Whether its last use is not known to the minute. */
    boolean isUseUnknown(String address, Instant now) {
        return lastUsedAt == null
                || lastUsedAt.isBefore(now.minus(1, ChronoUnit.MINUTES))
                || !address.equals(lastUsedAddress);
    }

    @Override
    public String toString() {
        return "KnownConnection[" + id + "]";
    }
}
