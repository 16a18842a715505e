package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of one organization, for other modules. Joins the caller's open transaction of that organization. */
public interface People {

    /** Those of the given people whom the organization knows; suspended members included. */
    Map<PersonId, PersonRef> refs(OrganizationScope scope, Collection<PersonId> people);

    /** The active member with that e-mail, in whatever case it is written. */
    Optional<PersonRef> memberByEmail(OrganizationScope scope, String email);

    /** What the person may do in the organization now; nothing for a stranger or a suspended member. */
    Set<Permission> permissions(OrganizationScope scope, PersonId person);

    /** As {@link #permissions}, with what the person may do for teams that the other one belongs to. */
    Set<Permission> permissionsOver(OrganizationScope scope, PersonId person, PersonId other);

    /** The people of these teams and of all teams below them. */
    Set<PersonId> inTeams(OrganizationScope scope, Collection<TeamId> teams);
}
