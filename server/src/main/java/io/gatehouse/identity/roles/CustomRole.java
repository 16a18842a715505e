package io.gatehouse.identity.roles;

import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A set of permissions that an organization named itself.
 *
 * @param version counts its changes from 1
 * @param holders people who hold it, for the organization or for a team
 */
record CustomRole(
        UUID id,
        String name,
        String description,
        List<Permission> permissions,
        int version,
        Instant changedAt,
        long holders) {}
