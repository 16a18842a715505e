package io.gatehouse.identity.roles;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason why a person may do something, as shown.
 *
 * @param id to take it away by; null when it follows from the membership or from leading a team
 * @param role of those that are the same everywhere
 * @param customRole id of a role of the organization's own
 * @param title as people call it
 * @param team to which it is limited; null for the whole organization
 */
record GivenGrant(
        @Nullable UUID id,
        Source source,
        @Nullable Role role,
        @Nullable UUID customRole,
        String title,
        @Nullable TeamRef team,
        List<Permission> permissions) {

    /** Where it comes from. */
    enum Source {
        MEMBER,
        ROLE,
        CUSTOM_ROLE,
        TEAM_LEAD,
        ENGAGEMENT
    }

    static GivenGrant of(@Nullable UUID id, Grant grant) {
        List<Permission> permissions = grant.permissions().stream().sorted().toList();
        TeamRef team = grant.team();
        return switch (grant.source()) {
            case Grant.Source.Member() -> new GivenGrant(id, Source.MEMBER, null, null, "Member", team, permissions);
            case Grant.Source.BuiltIn(Role role) ->
                new GivenGrant(id, Source.ROLE, role, null, role.title(), team, permissions);
            case Grant.Source.Custom(UUID role, String name) ->
                new GivenGrant(id, Source.CUSTOM_ROLE, null, role, name, team, permissions);
            case Grant.Source.TeamLead() ->
                new GivenGrant(id, Source.TEAM_LEAD, null, null, "Team lead", team, permissions);
            case Grant.Source.Engagement engagement ->
                new GivenGrant(id, Source.ENGAGEMENT, null, null, engagement.providerName(), team, permissions);
        };
    }
}
