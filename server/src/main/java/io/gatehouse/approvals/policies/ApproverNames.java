package io.gatehouse.approvals.policies;

import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.Places.Sought;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds whom a policy may name, and tells the names of whom it does. Joins the caller's open transaction. */
@Component
final class ApproverNames {

    private static final int MOST_OF_A_KIND = 20;

    private final Places places;
    private final Organizations organizations;

    ApproverNames(Places places, Organizations organizations) {
        this.places = places;
        this.organizations = organizations;
    }

    /** People, teams and built-in roles whose name contains the text, at most 20 of each. */
    List<NamedApprover> find(OrganizationScope scope, String text) {
        List<NamedApprover> found = new ArrayList<>();
        people(scope, places.find(scope, new Sought.Named(text), MOST_OF_A_KIND))
                .map(place -> person(place, place.person().email()))
                .forEach(found::add);
        Stream.of(teams(scope), roles(scope))
                .flatMap(each ->
                        each.filter(named -> contains(named.name(), text)).limit(MOST_OF_A_KIND))
                .forEach(found::add);
        return found;
    }

    /** The names of those of the people and teams that there are here. */
    List<NamedApprover> named(OrganizationScope scope, Collection<UUID> ids) {
        Set<String> wanted = new HashSet<>();
        ids.forEach(id -> wanted.add(id.toString()));
        return Stream.concat(
                        people(scope, ids.stream().map(PersonId::new).toList()).map(place -> person(place, "")),
                        teams(scope).filter(team -> wanted.contains(team.id())))
                .toList();
    }

    private Stream<Place> people(OrganizationScope scope, Collection<PersonId> people) {
        return places.of(scope, people).values().stream();
    }

    private static NamedApprover person(Place place, String detail) {
        return new NamedApprover(
                NamedApprover.Kind.PERSON,
                place.person().id().toString(),
                place.person().displayName(),
                detail);
    }

    private Stream<NamedApprover> teams(OrganizationScope scope) {
        return places.teams(scope).stream().map(ApproverNames::team);
    }

    private static NamedApprover team(TeamRef team) {
        return new NamedApprover(NamedApprover.Kind.TEAM, team.id().toString(), team.name(), "");
    }

    private Stream<NamedApprover> roles(OrganizationScope scope) {
        return Role.of(organizations.of(scope).kind()).stream()
                .map(role -> new NamedApprover(NamedApprover.Kind.ROLE, role.name(), role.title(), role.description()));
    }

    private static boolean contains(String name, String text) {
        return name.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
