package io.gatehouse.santa.votes;

import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.santa.ballot.Electorate;
import io.gatehouse.santa.ballot.Reputation;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may vote now, and what a vote of theirs weighs: who acts in the organization and owns a Mac of it. */
@Component
final class Voters {

    private final Places places;
    private final VoteGrantStore macs;
    private final VoteStore votes;
    private final Clock clock;

    Voters(Places places, VoteGrantStore macs, VoteStore votes, Clock clock) {
        this.places = places;
        this.macs = macs;
        this.votes = votes;
        this.clock = clock;
    }

    /** Those of the people who may vote now. */
    Electorate of(OrganizationScope scope, Collection<PersonId> people) {
        Set<PersonId> owners = people.isEmpty() ? Set.of() : macs.owners(scope, people);
        Map<PersonId, String> departments = new HashMap<>();
        if (!owners.isEmpty()) {
            places.of(scope, owners).forEach((person, place) -> departments.put(person, place.department()));
        }
        return new Electorate(departments);
    }

    /** What a vote of the person weighs now. */
    VoteWeight weight(OrganizationScope scope, PersonId person, VotingSettings settings) {
        Place place = places.of(scope, List.of(person)).get(person);
        int role = place == null ? 0 : settings.weight(place.roles());
        return new VoteWeight(role, Reputation.of(votes.outcomes(scope, person), clock.instant()));
    }
}
