package io.gatehouse.identity.keys;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.Network;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key and its account as they are in the database at this moment. */
record KnownKey(
        OrganizationId organization,
        UUID id,
        UUID account,
        String accountName,
        byte[] secretHash,
        List<Permission> accountPermissions,
        List<Permission> keyPermissions,
        List<String> networks,
        boolean suspended,
        boolean revoked,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress) {

    /** Why it opens nothing, for somebody who holds it; empty when it does. */
    Optional<String> refusal(String address, Instant now) {
        if (revoked) {
            return Optional.of("The key was revoked");
        }
        if (!expiresAt.isAfter(now)) {
            return Optional.of("The key expired at " + expiresAt);
        }
        if (suspended) {
            return Optional.of("The service account is suspended");
        }
        return isFrom(address) ? Optional.empty() : Optional.of("The key cannot be used from " + address);
    }

    /** The account acting in its organization. */
    OrganizationScope scope() {
        return new OrganizationScope(organization, Actor.serviceAccount(account, accountName));
    }

    /** What both the account and the key allow, and what everybody may do who belongs to an organization. */
    Set<Permission> permissions() {
        EnumSet<Permission> both = EnumSet.of(Permission.ORGANIZATION_READ);
        both.addAll(keyPermissions);
        both.removeIf(
                permission -> permission != Permission.ORGANIZATION_READ && !accountPermissions.contains(permission));
        return both;
    }

    /** Whether its last use is not known to the minute. */
    boolean isUseUnknown(String address, Instant now) {
        return lastUsedAt == null
                || lastUsedAt.isBefore(now.minus(1, ChronoUnit.MINUTES))
                || !address.equals(lastUsedAddress);
    }

    private boolean isFrom(String address) {
        if (networks.isEmpty()) {
            return true;
        }
        try {
            InetAddress from = InetAddress.ofLiteral(address);
            return networks.stream().map(Network::parse).anyMatch(network -> network.contains(from));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "KnownKey[" + id + "]";
    }
}
