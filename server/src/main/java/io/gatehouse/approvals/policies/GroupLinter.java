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
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether the groups of a path can ever agree, with the people that there are now. */
@Component
final class GroupLinter {

    private static final int MOST = 1_000;

    private final Staff staff;

    GroupLinter(Staff staff) {
        this.staff = staff;
    }

    /** Whom sources name, each looked up once. */
    Known known(OrganizationScope scope) {
        Map<Approvers, Set<PersonId>> found = new HashMap<>();
        return new Known(
                source -> found.computeIfAbsent(source, each -> staff.people(scope, each, null, Set.of(), MOST)));
    }

    /** Looks a source up. */
    record Known(Function<Approvers, Set<PersonId>> people) {}

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

    void path(@Nullable String route, Path path, Known known, List<PolicyFinding> findings) {
        Emergency emergency = path.emergency();
        Stream.concat(path.stages().stream(), emergency == null ? Stream.empty() : Stream.of(emergency.stage()))
                .forEach(stage -> stage(route, path, stage, known, findings));
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

    private void stage(@Nullable String route, Path path, StagePlan stage, Known known, List<PolicyFinding> findings) {
        for (Group group : stage.requirement().groups()) {
            List<PolicyFinding> own = new ArrayList<>();
            Stream.concat(group.seats().stream(), group.fallback().stream()).forEach(seat -> unknown(seat, known, own));
            separated(path, group, own);
            if (own.stream().noneMatch(PolicyFinding::blocks)) {
                quorum(group, known, own);
            }
            own.forEach(finding -> findings.add(placed(finding, route, stage.id(), group.name())));
        }
        stage.escalations().forEach(escalation -> {
            List<PolicyFinding> own = new ArrayList<>();
            seats(escalation.step()).forEach(seat -> unknown(seat, known, own));
            own.forEach(finding -> findings.add(
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

    private static void unknown(Seat seat, Known known, List<PolicyFinding> findings) {
        switch (seat.who()) {
            case Approvers.Someone someone
            when known.people().apply(someone).isEmpty() ->
                findings.add(finding(
                        PolicyFinding.Kind.UNKNOWN_PERSON,
                        true,
                        "It names somebody who does not act here"));
            case Approvers.Members members
            when known.people().apply(members).isEmpty() ->
                findings.add(finding(
                        PolicyFinding.Kind.UNKNOWN_TEAM,
                        true,
                        "It names a team that is unknown or has nobody"));
            case Approvers.Holding holding
            when known.people().apply(holding).isEmpty() ->
                findings.add(finding(PolicyFinding.Kind.UNKNOWN_ROLE, false, "Nobody has the role " + holding.role().title()));
            default -> {}
        }
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

    private static void quorum(Group group, Known known, List<PolicyFinding> findings) {
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

    private static void weight(int threshold, List<Seat> seats, Known known, List<PolicyFinding> findings) {
        Map<PersonId, Integer> weights = new HashMap<>();
        int others = 0;
        for (Seat seat : seats) {
            others = Math.min(threshold, others + seat.weight() * unknown(seat.who()));
            known.people().apply(seat.who()).forEach(person -> weights.merge(person, seat.weight(), Math::max));
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
    private static List<Seat> seatsInForce(Group group, Known known) {
        return size(group.seats(), known).most() == 0 && !group.fallback().isEmpty() ? group.fallback() : group.seats();
    }

    private static Size size(List<Seat> seats, Known known) {
        Set<PersonId> people = new HashSet<>();
        int others = 0;
        for (Seat seat : seats) {
            people.addAll(known.people().apply(seat.who()));
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
