package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Set;

/**
 * The signed-in person in the organization of the path. An endpoint may take it, or only its scope, as an argument.
 *
 * @param permissions all that the person's roles allow there
 */
public record Caller(OrganizationScope scope, PersonId person, Set<Permission> permissions) {

    /** Whether the person may do that. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
