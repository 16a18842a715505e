package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.Places.Sought;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What each source of approvers means: whom it names, whether somebody is among them, and by which authorities their
 * inbox finds the request.
 */
@Component
final class Sources {

    private static final String ADMINISTRATOR = "administrator";

    private final Places places;

    Sources(Places places) {
        this.places = places;
    }

    /** Whom the source names now, at most so many. */
    Set<PersonId> people(OrganizationScope scope, Approvers source, Surroundings around, int most) {
        return switch (source) {
            case Approvers.Holders(var permission) ->
                places.find(scope, new Sought.Holders(permission, teamsAbove(around)), most);
            case Approvers.Holding(var role) -> places.find(scope, new Sought.Holding(role), most);
            case Approvers.Someone(var person) ->
                places.of(scope, List.of(person)).keySet();
            case Approvers.Members(var team) -> places.find(scope, new Sought.Within(team), most);
            case Approvers.Leads _ -> places.find(scope, new Sought.Leading(teamsAbove(around)), most);
            case Approvers.Superior _ -> places.of(scope, manager(around)).keySet();
            case Approvers.Owner _ -> places.of(scope, around.owners()).keySet();
            case Approvers.Contact _ -> places.find(scope, new Sought.Administrators(), most);
        };
    }

    /** Whether the source names somebody who stands there. */
    static boolean names(Approvers source, Place place, Surroundings around) {
        PersonId person = place.person().id();
        return switch (source) {
            case Approvers.Holders(var permission) ->
                place.permissions().contains(permission)
                        || meet(place.permissionsInTeams().getOrDefault(permission, Set.of()), teamsAbove(around));
            case Approvers.Holding(var role) -> place.roles().contains(role);
            case Approvers.Someone(var named) -> named.equals(person);
            case Approvers.Members(var team) -> place.teamsAbove().contains(team);
            case Approvers.Leads _ -> meet(place.leads(), teamsAbove(around));
            case Approvers.Superior _ -> manager(around).contains(person);
            case Approvers.Owner _ -> around.owners().contains(person);
            case Approvers.Contact _ -> place.administers();
        };
    }

    /** As kept with a decision: by which right. */
    static String authority(Approvers source) {
        return switch (source) {
            case Approvers.Holders(var permission) -> "permission:" + permission.code();
            case Approvers.Holding(var role) -> "role:" + role.name();
            case Approvers.Someone _ -> "person";
            case Approvers.Members(var team) -> "team:" + team;
            case Approvers.Leads _ -> "lead";
            case Approvers.Superior _ -> "manager";
            case Approvers.Owner _ -> "owner";
            case Approvers.Contact _ -> "customer-contact";
        };
    }

    /** The authorities under which a place is kept open. One of {@link #held} takes it. */
    static Stream<String> opening(Approvers source, Surroundings around) {
        return switch (source) {
            case Approvers.Holders(var permission) -> {
                Stream<TeamId> teams =
                        Grant.LIMITABLE.contains(permission) ? teamsAbove(around).stream() : Stream.empty();
                yield Stream.concat(Stream.of(permission(permission)), teams.map(team -> limited(permission, team)));
            }
            case Approvers.Holding _, Approvers.Members _ -> Stream.of(authority(source));
            case Approvers.Someone(var person) -> Stream.of(person(person));
            case Approvers.Leads _ -> teamsAbove(around).stream().map(Sources::lead);
            case Approvers.Superior _ -> manager(around).stream().map(Sources::person);
            case Approvers.Owner _ -> around.owners().stream().map(Sources::person);
            case Approvers.Contact _ -> Stream.of(ADMINISTRATOR);
        };
    }

    /** All authorities that somebody who stands there has. */
    static Set<String> held(Place place) {
        Set<String> held = new HashSet<>();
        held.add(person(place.person().id()));
        place.permissions().forEach(permission -> held.add(permission(permission)));
        place.permissionsInTeams()
                .forEach((permission, teams) -> teams.forEach(team -> held.add(limited(permission, team))));
        place.roles().forEach(role -> held.add(authority(new Approvers.Holding(role))));
        place.teamsAbove().forEach(team -> held.add(authority(new Approvers.Members(team))));
        place.leads().forEach(team -> held.add(lead(team)));
        if (place.administers()) {
            held.add(ADMINISTRATOR);
        }
        return held;
    }

    private static String person(PersonId person) {
        return "person:" + person;
    }

    private static String permission(Permission permission) {
        return "permission:" + permission.code();
    }

    private static String limited(Permission permission, TeamId team) {
        return permission(permission) + "@" + team;
    }

    private static String lead(TeamId team) {
        return "lead:" + team;
    }

    static Set<TeamId> teamsAbove(Surroundings around) {
        Place requester = around.requester();
        return requester == null ? Set.of() : requester.teamsAbove();
    }

    private static Set<PersonId> manager(Surroundings around) {
        Place requester = around.requester();
        return requester == null ? Set.of() : requester.line().stream().limit(1).collect(Collectors.toSet());
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        return !Collections.disjoint(some, others);
    }
}
