package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Requirement;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.approvals.policy.Veto;
import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the decisions of an earlier request on another path. Each human counts once. */
final class ReplayTally {

    private final PastRequests.Past past;
    private final Path path;
    private final Set<String> skipped;
    private final Map<String, Map<PersonId, Integer>> members = new HashMap<>();
    private final Set<PersonId> asked = new HashSet<>();
    private final Set<PersonId> counted = new HashSet<>();

    ReplayTally(PastRequests.Past past, Path path, Set<String> skipped, ReplayStaff staff) {
        this.past = past;
        this.path = path;
        this.skipped = skipped;
        for (StagePlan stage : stages()) {
            for (Group group : stage.requirement().groups()) {
                Map<PersonId, Integer> people = staff.members(group, past, path.separation());
                members.put(stage.id() + "/" + group.name(), people);
                asked.addAll(people.keySet());
            }
        }
    }

    private List<StagePlan> stages() {
        return path.stages().stream()
                .filter(stage -> !skipped.contains(stage.id()))
                .toList();
    }

    /** Everybody who would have been asked. */
    Set<PersonId> asked() {
        return asked;
    }

    /** Whether somebody refused then whose refusal would have ended it. */
    boolean isRefused() {
        return stages().stream()
                .filter(stage -> stage.veto() == Veto.ENDS)
                .flatMap(stage -> stage.requirement().groups().stream().map(group -> of(stage, group)))
                .anyMatch(people -> said(people, Outcome.REJECTED) > 0);
    }

    private long said(Map<PersonId, Integer> people, Outcome outcome) {
        return past.said().stream()
                .filter(said -> said.outcome() == outcome && people.containsKey(said.person()))
                .count();
    }

    /** The stages that those who agreed then would not have satisfied. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (StagePlan stage : stages()) {
            if (!isMet(stage, stage.requirement())) {
                missing.add(stage.id());
            }
        }
        return missing;
    }

    private boolean isMet(StagePlan stage, Requirement requirement) {
        return switch (requirement) {
            case Group group -> isMet(group.quorum(), of(stage, group));
            case Requirement.All(var parts) -> parts.stream().allMatch(part -> isMet(stage, part));
            case Requirement.Any(var parts) -> parts.stream().anyMatch(part -> isMet(stage, part));
            case Requirement.Votes _ -> false;
        };
    }

    private Map<PersonId, Integer> of(StagePlan stage, Group group) {
        return members.getOrDefault(stage.id() + "/" + group.name(), Map.of());
    }

    private boolean isMet(Quorum quorum, Map<PersonId, Integer> people) {
        List<PersonId> agreed = past.said().stream()
                .filter(said -> said.outcome() == Outcome.APPROVED)
                .map(PastRequests.Said::person)
                .filter(person -> people.containsKey(person) && !counted.contains(person))
                .distinct()
                .toList();
        int counting = people.size() - (int) said(people, Outcome.ABSTAINED);
        List<PersonId> used = new ArrayList<>();
        int weight = 0;
        for (PersonId person : agreed) {
            used.add(person);
            weight += people.getOrDefault(person, 0);
            if (isEnough(quorum, used.size(), weight, counting)) {
                counted.addAll(used);
                return true;
            }
        }
        return false;
    }

    private static boolean isEnough(Quorum quorum, int people, int weight, int counting) {
        return switch (quorum) {
            case Quorum.Minimum(int needed) -> people >= needed;
            case Quorum.Percent(int percent) -> people * 100 >= percent * counting;
            case Quorum.Everyone _ -> people >= counting;
            case Quorum.Weight(int threshold) -> weight >= threshold;
        };
    }

    /** How many stages wait for each other, at most. */
    int steps() {
        Map<String, Integer> depth = new HashMap<>();
        Map<String, StagePlan> plans = new HashMap<>();
        path.stages().forEach(stage -> plans.put(stage.id(), stage));
        return path.stages().stream()
                .mapToInt(stage -> depth(stage, plans, depth))
                .max()
                .orElse(0);
    }

    private int depth(StagePlan stage, Map<String, StagePlan> plans, Map<String, Integer> depth) {
        Integer known = depth.get(stage.id());
        if (known != null) {
            return known;
        }
        int before = 0;
        for (String id : stage.after()) {
            StagePlan earlier = plans.get(id);
            before = Math.max(before, earlier == null ? 0 : depth(earlier, plans, depth));
        }
        int own = before + (skipped.contains(stage.id()) ? 0 : 1);
        depth.put(stage.id(), own);
        return own;
    }
}
