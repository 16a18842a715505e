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
 * @param through what an identity provider says; null when somebody gave it
 */
record GivenGrant(
        @Nullable UUID id,
        Source source,
        @Nullable Role role,
        @Nullable UUID customRole,
        String title,
        @Nullable TeamRef team,
        List<Permission> permissions,
        @Nullable Mapping through) {

    /**
     * What an identity provider says, that gives the role.
     *
     * @param value of the claim, for instance a group; empty when everybody of the provider has the role
     */
    record Mapping(String provider, String value) {}

    /** Where it comes from. */
    enum Source {
        MEMBER,
        ROLE,
        CUSTOM_ROLE,
        TEAM_LEAD,
        ENGAGEMENT
    }

    static GivenGrant of(@Nullable UUID id, Grant grant) {
        return grant.source() instanceof Grant.Source.Mapped(Grant.Source role, String value, String provider)
                ? of(id, grant, role, new Mapping(provider, value))
                : of(id, grant, grant.source(), null);
    }

    private static GivenGrant of(@Nullable UUID id, Grant grant, Grant.Source source, @Nullable Mapping through) {
        List<Permission> permissions = grant.permissions().stream().sorted().toList();
        TeamRef team = grant.team();
        return switch (source) {
            case Grant.Source.Member() ->
                new GivenGrant(id, Source.MEMBER, null, null, "Member", team, permissions, through);
            case Grant.Source.BuiltIn(Role role) ->
                new GivenGrant(id, Source.ROLE, role, null, role.title(), team, permissions, through);
            case Grant.Source.Custom(UUID role, String name) ->
                new GivenGrant(id, Source.CUSTOM_ROLE, null, role, name, team, permissions, through);
            case Grant.Source.Mapped _ -> throw new IllegalStateException("A mapped grant is mapped once");
            case Grant.Source.TeamLead() ->
                new GivenGrant(id, Source.TEAM_LEAD, null, null, "Team lead", team, permissions, through);
            case Grant.Source.Engagement engagement ->
                new GivenGrant(
                        id, Source.ENGAGEMENT, null, null, engagement.providerName(), team, permissions, through);
        };
    }
}
