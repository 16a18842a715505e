package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.kernel.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who belonged to a group when its stage began.
 *
 * @param members with the weight of each; shares are counted of them
 * @param alternates who may decide as well since an escalation, with the weight of each
 * @param seats by which somebody belongs to the group now; who joined it since is in neither of the maps
 */
public record Roster(Map<PersonId, Integer> members, Map<PersonId, Integer> alternates, List<Seat> seats) {

    static final Roster NOBODY = new Roster(Map.of(), Map.of(), List.of());

    /** Takes copies. */
    public Roster {
        members = Map.copyOf(members);
        alternates = Map.copyOf(alternates);
        seats = List.copyOf(seats);
    }

    boolean has(PersonId person) {
        return members.containsKey(person) || alternates.containsKey(person);
    }

    /** What an agreement of theirs weighs; nothing for a stranger. */
    int weight(PersonId person) {
        return members.getOrDefault(person, alternates.getOrDefault(person, 0));
    }

    /** More people may decide; the shares stay. */
    Roster with(Roster added) {
        Map<PersonId, Integer> more = new HashMap<>(added.members());
        more.putAll(alternates);
        more.keySet().removeAll(members.keySet());
        return new Roster(
                members,
                more,
                Stream.concat(seats.stream(), added.seats().stream()).distinct().toList());
    }

    /** Others in the place of all but those who have spoken. */
    Roster replaced(Set<PersonId> spoken, Roster others) {
        Map<PersonId, Integer> next = new HashMap<>(others.members());
        next.putAll(only(members, spoken));
        Map<PersonId, Integer> rest = only(alternates, spoken);
        rest.keySet().removeAll(next.keySet());
        return new Roster(next, rest, others.seats());
    }

    private static Map<PersonId, Integer> only(Map<PersonId, Integer> people, Set<PersonId> kept) {
        Map<PersonId, Integer> some = new HashMap<>(people);
        some.keySet().retainAll(kept);
        return some;
    }
}
