package io.gatehouse.identity.people;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which roles may be given. */
public final class RoleRules {

    private RoleRules() {}

    /**
     * Checks roles that somebody wants to give.
     *
     * @throws ProblemException when there are none, one does not fit the organization, or they allow what the giver may
     *     not do
     */
    public static Set<Role> check(Collection<Role> roles, OrganizationKind kind, Caller giver) {
        if (roles.isEmpty()) {
            throw refused("must name at least one role");
        }
        if (!roles.stream().allMatch(role -> role.fits(kind))) {
            throw refused("must be of " + Role.of(kind));
        }
        checkHeld(Role.permissions(roles), giver);
        return Set.copyOf(roles);
    }

    /**
     * Checks permissions that an organization's own role shall have.
     *
     * @throws ProblemException when one has no place in that kind of organization, or the maker does not hold it
     */
    public static void checkPermissions(Set<Permission> permissions, OrganizationKind kind, Caller maker) {
        if (!Role.permissions(Role.of(kind)).containsAll(permissions)) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "These permissions cannot be given",
                    List.of(new ProblemException.FieldError("permissions", "must have a place in a " + kind)));
        }
        checkHeld(permissions, maker);
    }

    /** Refuses to give, change or take what allows more than the caller may do in the whole organization. */
    public static void checkHeld(Set<Permission> permissions, Caller caller) {
        if (!caller.permissions().containsAll(permissions)) {
            throw CommonProblem.FORBIDDEN.because("Nobody can give a role that allows what they may not do themselves");
        }
    }

    /**
     * Refuses to engage somebody for customers where they could do what the caller may not do.
     *
     * @param atProvider all that the person may do at the provider
     */
    public static void checkEngageable(Set<Permission> atProvider, Caller caller) {
        if (!caller.permissions().containsAll(EngagementLevel.FULL.permissionsOf(atProvider))) {
            throw CommonProblem.FORBIDDEN.because("Nobody can engage a person who may do there what they may not do");
        }
    }

    /** Roles of which one active holder must remain, so that somebody can look after people. */
    static Set<Role> lookingAfterPeople() {
        return Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(Permission.PEOPLE_MANAGE))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a holder of the roles looks after people, and so could get any other right. */
    public static boolean giveAdministration(Collection<Role> roles) {
        return Role.permissions(roles).contains(Permission.PEOPLE_MANAGE);
    }

    private static ProblemException refused(String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "These roles cannot be given",
                List.of(new ProblemException.FieldError("roles", message)));
    }
}
