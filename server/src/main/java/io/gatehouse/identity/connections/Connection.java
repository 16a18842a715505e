package io.gatehouse.identity.connections;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that acts for a member, as people see it.
 *
 * @param program as it calls itself; nobody has checked that
 * @param permissions that the person chose; the program may do what they hold of these at that moment
 * @param expiresAt when the person must connect it again
 */
record Connection(
        UUID id,
        OrganizationId organizationId,
        String organizationName,
        String program,
        List<Permission> permissions,
        Instant connectedAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress) {}
