package io.gatehouse.approvals.engine;

import io.gatehouse.kernel.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who belonged to a group when its stage began.
 *
 * @param members with the weight of each; shares are counted of them
 * @param alternates who may decide as well since an escalation, with the weight of each
 * @param authorities the sources that name them, resolved: {@code person:…}, {@code team:…}, {@code permission:…}
 */
public record Roster(Map<PersonId, Integer> members, Map<PersonId, Integer> alternates, Set<String> authorities) {

    static final Roster NOBODY = new Roster(Map.of(), Map.of(), Set.of());

    /** Takes copies. */
    public Roster {
        members = Map.copyOf(members);
        alternates = Map.copyOf(alternates);
        authorities = Set.copyOf(authorities);
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
        return new Roster(members, more, union(authorities, added.authorities()));
    }

    /** Others in the place of all but those who have spoken. */
    Roster replaced(Set<PersonId> spoken, Roster others) {
        Map<PersonId, Integer> next = new HashMap<>(others.members());
        next.putAll(only(members, spoken));
        Map<PersonId, Integer> rest = only(alternates, spoken);
        rest.keySet().removeAll(next.keySet());
        return new Roster(next, rest, others.authorities());
    }

    private static Map<PersonId, Integer> only(Map<PersonId, Integer> people, Set<PersonId> kept) {
        Map<PersonId, Integer> some = new HashMap<>(people);
        some.keySet().retainAll(kept);
        return some;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
