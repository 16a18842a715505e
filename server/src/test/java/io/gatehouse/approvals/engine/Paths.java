package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Edit;
import io.gatehouse.approvals.policy.Emergency;
import io.gatehouse.approvals.policy.Escalation;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Requirement;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.approvals.policy.Step;
import io.gatehouse.approvals.policy.Veto;
import io.gatehouse.identity.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Paths by chance: one to four stages in any order, of one to three groups under any quorum, ANDed and ORed; some stages
 * wait for votes.
 */
final class Paths {

    static final List<Seat> SEATS = List.of(new Seat(new Approvers.Leads(), 1));
    static final Duration EXPIRY = Duration.ofDays(30);
    static final Duration FRESHNESS = Duration.ofDays(7);

    private Paths() {}

    static Path any(Random random) {
        List<StagePlan> stages = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            stages.add(stage(random, i));
        }
        Set<Separation> separation = EnumSet.of(Separation.REQUESTER);
        for (Separation one : Separation.values()) {
            if (random.nextInt(3) == 0) {
                separation.add(one);
            }
        }
        Emergency emergency = new Emergency(Set.of(Role.SECURITY_ADMIN), requirement(random), Duration.ofDays(3));
        return new Path(stages, separation, EXPIRY, FRESHNESS, random.nextBoolean() ? emergency : null);
    }

    private static StagePlan stage(Random random, int position) {
        Set<String> after = new HashSet<>();
        for (int before = 0; before < position; before++) {
            if (random.nextBoolean()) {
                after.add("stage-" + before);
            }
        }
        Set<Edit> keeps = EnumSet.noneOf(Edit.class);
        if (random.nextBoolean()) {
            keeps.add(Edit.COSMETIC);
        }
        if (random.nextInt(3) == 0) {
            keeps.add(Edit.NARROWING);
        }
        Requirement requirement =
                position > 0 && random.nextInt(4) == 0 ? new Requirement.Votes() : requirement(random);
        return new StagePlan(
                "stage-" + position,
                "Stage " + position,
                after,
                null,
                requirement,
                random.nextInt(3) > 0 ? Veto.COUNTS : Veto.ENDS,
                keeps,
                escalations(random, requirement));
    }

    private static List<Escalation> escalations(Random random, Requirement requirement) {
        if (requirement instanceof Requirement.Votes) {
            return random.nextInt(3) == 0 ? List.of(new Escalation(Duration.ofDays(1), new Step.Raise())) : List.of();
        }
        String group = requirement.groups().getFirst().name();
        List<Step> steps = List.of(
                new Step.Remind(),
                new Step.Add(group, SEATS),
                new Step.Replace(group, SEATS),
                new Step.Raise(),
                new Step.Expire());
        return steps.subList(0, random.nextInt(steps.size() + 1)).stream()
                .map(step -> new Escalation(Duration.ofDays(1), step))
                .toList();
    }

    private static Requirement requirement(Random random) {
        List<Requirement> groups = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            groups.add(new Group("seats-" + i, SEATS, List.of(), quorum(random)));
        }
        return switch (random.nextInt(4)) {
            case 0 -> groups.getFirst();
            case 1 -> new Requirement.Any(groups);
            case 2 -> new Requirement.Any(List.of(groups.getFirst(), new Requirement.All(skipFirst(groups))));
            default -> new Requirement.All(groups);
        };
    }

    private static List<Requirement> skipFirst(List<Requirement> groups) {
        return groups.size() == 1
                ? List.of(new Group("seats-9", SEATS, List.of(), new Quorum.Minimum(1)))
                : groups.subList(1, groups.size());
    }

    private static Quorum quorum(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Quorum.Everyone();
            case 1 -> new Quorum.Percent(1 + random.nextInt(100));
            case 2 -> new Quorum.Weight(1 + random.nextInt(4));
            default -> new Quorum.Minimum(1 + random.nextInt(2));
        };
    }
}
