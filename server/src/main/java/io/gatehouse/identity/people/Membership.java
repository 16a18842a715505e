package io.gatehouse.identity.people;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An active member of an organization, or somebody whom its provider engages there, and all that they hold there.
 *
 * @param grants at least that of being a member, or of the engagement
 */
public record Membership(OrganizationId organization, PersonRef person, List<Grant> grants) {

    /** Takes a copy. */
    public Membership {
        grants = List.copyOf(grants);
    }

    /** The person acting in that organization. */
    public OrganizationScope scope() {
        return new OrganizationScope(organization, Actor.person(person.id(), person.displayName()));
    }

    /** Built-in roles held for the whole organization. */
    public Set<Role> roles() {
        return grants.stream()
                .filter(grant -> grant.team() == null)
                .flatMap(grant -> Stream.ofNullable(grant.builtIn()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The engagement through which the person may do something here. */
    public Optional<Grant.Source.Engagement> engagement() {
        return grants.stream()
                .flatMap(grant -> grant.source() instanceof Grant.Source.Engagement engagement
                        ? Stream.of(engagement)
                        : Stream.empty())
                .findFirst();
    }

    /** Whether it still holds at that time; an engagement may have expired since it was read. */
    public boolean holdsAt(Instant time) {
        return engagement()
                .map(Grant.Source.Engagement::until)
                .map(time::isBefore)
                .orElse(true);
    }

    /** Whether a built-in role is held at all, for the whole organization or for a team. */
    public boolean holds(Role role) {
        return grants.stream().anyMatch(grant -> grant.builtIn() == role);
    }

    /** All that the grants allow, for the whole organization or for some teams. */
    public Set<Permission> allPermissions() {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        grants.forEach(grant -> all.addAll(grant.permissions()));
        return Collections.unmodifiableSet(all);
    }

    /** All that the grants allow in the whole organization. */
    public Set<Permission> permissions() {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        for (Grant grant : grants) {
            if (grant.team() == null) {
                all.addAll(grant.permissions());
            }
        }
        return Collections.unmodifiableSet(all);
    }

    /** What the grants allow for the people of teams, each with the teams at whose top it is held. */
    public Map<Permission, Set<TeamId>> permissionsInTeams() {
        Map<Permission, Set<TeamId>> all = new EnumMap<>(Permission.class);
        for (Grant grant : grants) {
            TeamRef team = grant.team();
            if (team != null) {
                grant.permissions()
                        .forEach(permission -> all.computeIfAbsent(permission, _ -> new HashSet<>())
                                .add(team.id()));
            }
        }
        return Collections.unmodifiableMap(all);
    }
}
