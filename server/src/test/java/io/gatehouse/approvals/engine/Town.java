package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Eight people who belong to groups, delegate to each other and have ties to the request; all of it changes by chance. */
final class Town {

    private static final int SIZE = 8;
    private static final int GROUPS = 4;

    final List<Human> people = new ArrayList<>();
    private final Random random;
    private final Map<TeamId, Set<PersonId>> groups = new LinkedHashMap<>();
    private final Map<UUID, Handing> delegations = new LinkedHashMap<>();

    private record Handing(PersonId from, PersonId to) {}

    Town(Random random) {
        this.random = random;
        for (int i = 0; i < SIZE; i++) {
            people.add(new Human(new PersonId(id()), "Person " + i, ties()));
        }
        for (int i = 0; i < GROUPS; i++) {
            groups.put(new TeamId(id()), random(people.size()));
        }
    }

    private Set<Separation> ties() {
        Set<Separation> ties = EnumSet.noneOf(Separation.class);
        if (random.nextInt(6) == 0) {
            ties.add(Separation.REPORTING_LINE);
        }
        if (random.nextInt(6) == 0) {
            ties.add(Separation.TEAM);
        }
        return ties;
    }

    /** An id that is the same in each run. */
    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    Human any() {
        return people.get(random.nextInt(people.size()));
    }

    TeamId anyGroup() {
        return List.copyOf(groups.keySet()).get(random.nextInt(GROUPS));
    }

    Human human(PersonId person) {
        return people.stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody joins or leaves a group, delegates or takes it back. */
    void change() {
        Set<PersonId> group = groups.get(anyGroup());
        PersonId person = any().person();
        switch (random.nextInt(4)) {
            case 0 -> group.add(person);
            case 1 -> group.remove(person);
            case 2 -> delegations.put(id(), new Handing(person, any().person()));
            default -> delegations.keySet().stream().findFirst().ifPresent(delegations::remove);
        }
    }

    private Set<PersonId> random(int most) {
        return people.stream()
                .limit(most)
                .filter(_ -> random.nextBoolean())
                .map(Human::person)
                .collect(Collectors.toCollection(HashSet::new));
    }

    boolean belongs(PersonId person, Seat seat) {
        return group(seat).contains(person);
    }

    private Set<PersonId> group(Seat seat) {
        return groups.get(((Approvers.Members) seat.who()).team());
    }

    /** The group as it is now, with weights by chance. */
    Roster roster(TeamId group) {
        Map<PersonId, Integer> members = new HashMap<>();
        groups.get(group).forEach(person -> members.put(person, 1 + random.nextInt(3)));
        return new Roster(members, Map.of(), List.of(new Seat(new Approvers.Members(group), 1)));
    }

    /** Up to two people who voted for it. */
    Map<PersonId, Integer> votes() {
        Map<PersonId, Integer> votes = new HashMap<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            votes.put(any().person(), 100);
        }
        return votes;
    }

    /** By which standings the person may try to decide: rightful ones, and sometimes chains that are too long. */
    List<Standing> standings(Request request, Human approver) {
        List<Standing> standings = new ArrayList<>();
        for (Stage stage : request.stages()) {
            new TreeMap<>(stage.rosters()).forEach((group, roster) -> {
                for (Seat seat : roster.seats()) {
                    for (PersonId member : group(seat)) {
                        chain(member, approver.person(), 4)
                                .ifPresent(chain ->
                                        standings.add(new Standing(stage.id(), group, human(member), chain, "team")));
                    }
                }
            });
        }
        return standings;
    }

    private Optional<List<Standing.Handover>> chain(PersonId from, PersonId to, int most) {
        if (from.equals(to)) {
            return Optional.of(List.of());
        }
        if (most == 0) {
            return Optional.empty();
        }
        for (Map.Entry<UUID, Handing> delegation : delegations.entrySet()) {
            if (delegation.getValue().from().equals(from)) {
                var rest = chain(delegation.getValue().to(), to, most - 1);
                if (rest.isPresent()) {
                    List<Standing.Handover> chain = new ArrayList<>();
                    chain.add(new Standing.Handover(
                            delegation.getKey(), human(delegation.getValue().to()), Instant.EPOCH));
                    chain.addAll(rest.get());
                    return Optional.of(chain);
                }
            }
        }
        return Optional.empty();
    }
}
