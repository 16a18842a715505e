package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Emergency;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Requirement;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.approvals.policy.Step;
import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether the groups of a path can ever agree, with the people that there are now. */
@Component
final class GroupLinter {

    private static final int MOST = 1_000;

    private final Staff staff;
    private final Organizations organizations;

    GroupLinter(Staff staff, Organizations organizations) {
        this.staff = staff;
        this.organizations = organizations;
    }

    /** Whom sources name, each looked up once. */
    SourceLinter known(OrganizationScope scope) {
        Map<Approvers, Set<PersonId>> found = new HashMap<>();
        return new SourceLinter(
                organizations.of(scope).kind(),
                source -> found.computeIfAbsent(source, each -> staff.people(scope, each, null, Set.of(), MOST)));
    }

    /**
     * How many may be in a group.
     *
     * @param people those who are known whoever asks
     * @param others how many more there may be, by who asks
     */
    private record Size(Set<PersonId> people, int others) {

        int most() {
            return Math.min(MOST, people.size() + others);
        }
    }

    void path(@Nullable String route, Path path, SourceLinter known, List<PolicyFinding> findings) {
        path.stages().forEach(stage -> stage(route, path, stage, known, findings));
        Emergency emergency = path.emergency();
        if (emergency != null) {
            StagePlan review = emergency.stage();
            known.emergency(emergency).forEach(finding -> findings.add(placed(finding, route, review.id(), null)));
            stage(route, path, review, known, findings);
        }
        int needed = path.stages().stream()
                .filter(stage -> stage.when() == null)
                .mapToInt(stage -> needed(stage.requirement()))
                .sum();
        List<Size> sizes = path.stages().stream()
                .flatMap(stage -> stage.requirement().groups().stream())
                .map(group -> size(seatsInForce(group, known), known))
                .toList();
        Set<PersonId> all = new HashSet<>();
        sizes.forEach(size -> all.addAll(size.people()));
        int most = all.size() + sizes.stream().mapToInt(Size::others).reduce(0, (a, b) -> Math.min(MOST, a + b));
        if (most < needed) {
            findings.add(new PolicyFinding(
                    PolicyFinding.Kind.IMPOSSIBLE_QUORUM,
                    true,
                    route,
                    null,
                    null,
                    "Its stages need " + needed + " different people, and name " + most,
                    null,
                    null));
        }
    }

    private void stage(
            @Nullable String route, Path path, StagePlan stage, SourceLinter known, List<PolicyFinding> findings) {
        for (Group group : stage.requirement().groups()) {
            List<PolicyFinding> own = new ArrayList<>();
            Stream.concat(known.seats(group.seats()), known.seats(group.fallback()))
                    .forEach(own::add);
            separated(path, group, own);
            if (own.stream().noneMatch(PolicyFinding::blocks)) {
                quorum(group, known, own);
            }
            own.forEach(finding -> findings.add(placed(finding, route, stage.id(), group.name())));
        }
        stage.escalations().forEach(escalation -> {
            known.seats(seats(escalation.step()))
                    .forEach(finding -> findings.add(
                            placed(finding, route, stage.id(), escalation.step().group())));
        });
    }

    private static List<Seat> seats(Step step) {
        return switch (step) {
            case Step.Add add -> add.seats();
            case Step.Replace replace -> replace.seats();
            case Step.Remind _, Step.Raise _, Step.Expire _ -> List.of();
        };
    }

    private static PolicyFinding placed(
            PolicyFinding finding, @Nullable String route, String stage, @Nullable String group) {
        return new PolicyFinding(finding.kind(), finding.blocks(), route, stage, group, finding.message(), null, null);
    }

    private static PolicyFinding finding(PolicyFinding.Kind kind, boolean blocks, String message) {
        return new PolicyFinding(kind, blocks, null, null, null, message, null, null);
    }

    /** A manager always stands above the requester, and leads of the requester's own teams share a team with them. */
    private static void separated(Path path, Group group, List<PolicyFinding> findings) {
        boolean line = path.separation().contains(Separation.REPORTING_LINE);
        boolean team = path.separation().contains(Separation.TEAM);
        if (line && group.seats().stream().allMatch(seat -> seat.who() instanceof Approvers.Superior)) {
            findings.add(finding(
                    PolicyFinding.Kind.SEPARATION_DEAD_END,
                    true,
                    "Only the requester's manager is asked, whom the separation by reporting line excludes"));
        }
        if (team && group.seats().stream().allMatch(seat -> seat.who() instanceof Approvers.Leads)) {
            findings.add(finding(
                    PolicyFinding.Kind.SEPARATION_DEAD_END,
                    true,
                    "Only leads of the requester's teams are asked, whom the separation by team excludes"));
        }
    }

    private static void quorum(Group group, SourceLinter known, List<PolicyFinding> findings) {
        List<Seat> seats = seatsInForce(group, known);
        Size size = size(seats, known);
        switch (group.quorum()) {
            case Quorum.Minimum(int people) -> minimum(people, size, findings);
            case Quorum.Weight(int threshold) -> weight(threshold, seats, known, findings);
            case Quorum.Percent _, Quorum.Everyone _ -> minimum(1, size, findings);
        }
    }

    private static void minimum(int needed, Size size, List<PolicyFinding> findings) {
        if (size.most() < needed) {
            findings.add(finding(
                    PolicyFinding.Kind.GROUP_TOO_SMALL,
                    true,
                    "It needs " + needed + " people, and there are " + size.most()));
        } else if (size.others() == 0 && size.most() == needed) {
            findings.add(finding(
                    PolicyFinding.Kind.SEPARATION_DEAD_END,
                    false,
                    "When one of its " + needed + " people asks, too few are left to decide"));
        }
    }

    private static void weight(int threshold, List<Seat> seats, SourceLinter known, List<PolicyFinding> findings) {
        Map<PersonId, Integer> weights = new HashMap<>();
        int others = 0;
        for (Seat seat : seats) {
            others = Math.min(threshold, others + seat.weight() * unknown(seat.who()));
            known.people(seat.who()).forEach(person -> weights.merge(person, seat.weight(), Math::max));
        }
        int most =
                others + weights.values().stream().mapToInt(Integer::intValue).sum();
        if (most < threshold) {
            findings.add(finding(
                    PolicyFinding.Kind.IMPOSSIBLE_QUORUM,
                    true,
                    "It needs a weight of " + threshold + ", and all its people together have " + most));
        }
    }

    /** As when a stage begins: the fallback counts where the seats surely name nobody. */
    private static List<Seat> seatsInForce(Group group, SourceLinter known) {
        return size(group.seats(), known).most() == 0 && !group.fallback().isEmpty() ? group.fallback() : group.seats();
    }

    private static Size size(List<Seat> seats, SourceLinter known) {
        Set<PersonId> people = new HashSet<>();
        int others = 0;
        for (Seat seat : seats) {
            people.addAll(known.people(seat.who()));
            others = Math.min(MOST, others + unknown(seat.who()));
        }
        return new Size(people, others);
    }

    /** How many people of a source are only known when somebody asks. */
    private static int unknown(Approvers source) {
        return switch (source) {
            case Approvers.Leads _, Approvers.Owner _ -> MOST;
            case Approvers.Superior _ -> 1;
            case Approvers.Holders _,
                    Approvers.Holding _,
                    Approvers.Someone _,
                    Approvers.Members _,
                    Approvers.Contact _ -> 0;
        };
    }

    /** One human counts once in a request, so every agreement that must be is somebody else's. */
    private static int needed(Requirement requirement) {
        return switch (requirement) {
            case Group group -> group.quorum() instanceof Quorum.Minimum(int people) ? people : 1;
            case Requirement.All(var parts) ->
                parts.stream().mapToInt(GroupLinter::needed).sum();
            case Requirement.Any(var parts) ->
                parts.stream().mapToInt(GroupLinter::needed).min().orElse(0);
            case Requirement.Votes _ -> 0;
        };
    }
}
