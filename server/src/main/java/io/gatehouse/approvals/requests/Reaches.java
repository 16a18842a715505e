package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.delegations.Handovers;
import io.gatehouse.identity.People;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what somebody may decide now, by their own right and by those handed on to them. */
@Component
final class Reaches {

    private final Places places;
    private final People people;
    private final Handovers handovers;
    private final Clock clock;

    Reaches(Places places, People people, Handovers handovers, Clock clock) {
        this.places = places;
        this.people = people;
        this.handovers = handovers;
        this.clock = clock;
    }

    Reach of(OrganizationScope scope, PersonId person) {
        List<Handovers.Chain> chains = handovers.to(scope, person, clock.instant());
        Map<PersonId, Place> known = places.of(
                scope,
                Stream.concat(Stream.of(person), chains.stream().flatMap(Handovers.Chain::people))
                        .collect(Collectors.toSet()));
        Place place = known.get(person);
        return new Reach(
                place == null ? Set.of() : Sources.held(place),
                chains.stream()
                        .filter(chain ->
                                Staffing.isWhole(chain, known) && chain.kinds().size() <= 1)
                        .map(chain -> lent(scope, chain, Objects.requireNonNull(known.get(chain.member()))))
                        .toList());
    }

    private Reach.Lent lent(OrganizationScope scope, Handovers.Chain chain, Place member) {
        return new Reach.Lent(
                chain.member(),
                Sources.held(member),
                chain.kinds().stream().findFirst().orElse(null),
                requesters(scope, chain.teams()));
    }

    /** Who belong to all of the teams; null: there is no team. */
    private @Nullable Set<PersonId> requesters(OrganizationScope scope, Set<TeamId> teams) {
        Set<PersonId> all = null;
        for (TeamId team : teams) {
            Set<PersonId> inTeam = people.inTeams(scope, List.of(team));
            if (all == null) {
                all = new HashSet<>(inTeam);
            } else {
                all.retainAll(inTeam);
            }
        }
        return all;
    }
}
