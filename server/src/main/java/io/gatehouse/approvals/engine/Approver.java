package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.Approvers;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Set;

/**
 * Somebody who wants to decide.
 *
 * @param permissions that they hold in the request's organization at this moment
 */
public record Approver(PersonId person, String name, Set<Permission> permissions) {

    /** Takes a copy of the permissions. */
    public Approver {
        permissions = Set.copyOf(permissions);
    }

    boolean isAmong(Approvers approvers) {
        return switch (approvers) {
            case Approvers.Holders holders -> permissions.contains(holders.permission());
        };
    }
}
