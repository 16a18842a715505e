package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Requirement;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what the decisions of a stage come to, each for the one group that it was made for. */
final class Tally {

    private static final int WHOLE = 100;

    private final Request request;
    private final Stage stage;
    private final List<Decision> decisions;

    Tally(Request request, Stage stage) {
        this.request = request;
        this.stage = stage;
        this.decisions = request.standing(stage);
    }

    /** Whether the requirement has the agreement that it needs. */
    boolean isMet() {
        return holds(stage.plan().requirement(), this::isMet);
    }

    /** Whether it could have it still, if all who are silent agreed. */
    boolean isPossible() {
        return holds(stage.plan().requirement(), group -> slack(group) >= 0);
    }

    boolean isMet(Group group) {
        return missing(group) <= 0;
    }

    /** By how much those who are silent outweigh what is missing; negative when it can no longer be met. */
    int slack(Group group) {
        return silent(group) - Math.max(missing(group), 0);
    }

    private static boolean holds(Requirement requirement, Predicate<Group> group) {
        return switch (requirement) {
            case Group one -> group.test(one);
            case Requirement.All all -> all.of().stream().allMatch(part -> holds(part, group));
            case Requirement.Any any -> any.of().stream().anyMatch(part -> holds(part, group));
            case Requirement.Votes _ -> false;
        };
    }

    Progress progress(Group group) {
        return new Progress(
                group,
                needed(group),
                agreed(group),
                listed(group)
                        .map(Map.Entry::getKey)
                        .filter(person -> !request.hasHeard(person))
                        .collect(Collectors.toSet()));
    }

    private int missing(Group group) {
        return needed(group) - agreed(group);
    }

    private int needed(Group group) {
        return switch (group.quorum()) {
            case Quorum.Minimum(var people) -> people;
            case Quorum.Everyone _ -> atLeastOne(denominator(group));
            case Quorum.Percent(var percent) -> atLeastOne(Math.ceilDiv(denominator(group) * percent, WHOLE));
            case Quorum.Weight(var threshold) -> threshold;
        };
    }

    private int agreed(Group group) {
        List<Decision> agreements = of(group, Outcome.APPROVED);
        return group.quorum() instanceof Quorum.Weight
                ? agreements.stream().mapToInt(Decision::weight).sum()
                : agreements.size();
    }

    private static int atLeastOne(int count) {
        return Math.max(count, 1);
    }

    private int denominator(Group group) {
        Map<?, Integer> members = roster(group).members();
        long abstained = of(group, Outcome.ABSTAINED).stream()
                .filter(decision -> members.containsKey(decision.member()))
                .count();
        return members.size() - (int) abstained;
    }

    private int silent(Group group) {
        boolean weighed = group.quorum() instanceof Quorum.Weight;
        return listed(group)
                .filter(entry -> !request.hasHeard(entry.getKey()))
                .mapToInt(entry -> weighed ? entry.getValue() : 1)
                .sum();
    }

    private Stream<Map.Entry<PersonId, Integer>> listed(Group group) {
        Roster roster = roster(group);
        return Stream.concat(roster.members().entrySet().stream(), roster.alternates().entrySet().stream());
    }

    private Roster roster(Group group) {
        return stage.roster(group.name());
    }

    private List<Decision> of(Group group, Outcome outcome) {
        return decisions.stream()
                .filter(decision -> decision.group().equals(group.name()) && decision.outcome() == outcome)
                .toList();
    }
}
