package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.kernel.PersonId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the place that an approver may take. */
sealed interface Opening {

    /** By this standing. */
    record Found(Standing standing) implements Opening {}

    /** There is none. */
    record None(Refusal refusal) implements Opening {}

    /** Where the approver's word is needed most: in the open group that has the fewest others to spare. */
    static Opening of(Request request, Approver approver) {
        Refusal refusal = general(request, approver.human());
        if (refusal != null) {
            return new None(refusal);
        }
        List<Standing> open = approver.standings().stream()
                .filter(standing -> isOpen(request, standing))
                .toList();
        Optional<Standing> best = open.stream()
                .filter(standing -> objection(request, standing) == null)
                .min(Comparator.comparingInt(standing -> slack(request, standing)));
        return best.<Opening>map(Found::new).orElseGet(() -> new None(whyNone(request, open)));
    }

    private static @Nullable Refusal general(Request request, Human human) {
        if (request.ask().requester().equals(human.person())) {
            return new Refusal.OwnRequest();
        }
        if (!request.isOpen()) {
            return Engine.alreadyDecided(request);
        }
        if (request.state() == RequestState.CHANGES_REQUESTED) {
            return new Refusal.WaitsForRequester();
        }
        if (request.hasCounted(human.person())) {
            return new Refusal.AlreadyVoted();
        }
        if (request.hasHeard(human.person())) {
            return new Refusal.AlreadyDecidedByYou();
        }
        return tie(request, human).map(tie -> new Refusal.Tied(tie, null)).orElse(null);
    }

    private static Refusal whyNone(Request request, List<Standing> open) {
        return open.stream()
                .map(standing -> objection(request, standing))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(Refusal.NotAnApprover::new);
    }

    /** Whether the standing is for a group of a stage that asks now, and fits its roster. */
    private static boolean isOpen(Request request, Standing standing) {
        return request.stage(standing.stage())
                .filter(stage -> stage.state() == Stage.State.ACTIVE)
                .flatMap(stage -> group(stage, standing).map(group -> belongs(stage, group, standing)))
                .orElse(false);
    }

    private static Optional<Group> group(Stage stage, Standing standing) {
        return stage.plan().requirement().groups().stream()
                .filter(group -> group.name().equals(standing.group()))
                .findFirst();
    }

    /** Only where so many people are enough, whoever they are, may somebody decide who joined the group later. */
    private static boolean belongs(Stage stage, Group group, Standing standing) {
        return switch (group.quorum()) {
            case Quorum.Minimum _ -> true;
            case Quorum.Percent _, Quorum.Everyone _, Quorum.Weight _ ->
                stage.roster(group.name()).has(standing.member().person());
        };
    }

    private static @Nullable Refusal objection(Request request, Standing standing) {
        Human member = standing.member();
        if (standing.chain().size() > Engine.LONGEST_CHAIN) {
            return new Refusal.NotAnApprover();
        }
        if (request.hasHeard(member.person())) {
            return new Refusal.AlreadyDecidedFor(member.name());
        }
        return Stream.concat(Stream.of(member), standing.chain().stream().map(Standing.Handover::to))
                .flatMap(human -> tie(request, human).map(tie -> new Refusal.Tied(tie, human.name())).stream())
                .findFirst()
                .orElse(null);
    }

    /** What the path separates from the request and this human has. To have asked always counts. */
    private static Optional<Separation> tie(Request request, Human human) {
        Set<Separation> ties = new HashSet<>(human.ties());
        PersonId person = human.person();
        if (request.ask().beneficiaries().contains(person)) {
            ties.add(Separation.BENEFICIARY);
        }
        if (request.content().editor().equals(person)) {
            ties.add(Separation.LAST_EDITOR);
        }
        ties.retainAll(request.path().separation());
        if (request.ask().requester().equals(person)) {
            ties.add(Separation.REQUESTER);
        }
        return ties.stream().min(Comparator.naturalOrder());
    }

    private static int slack(Request request, Standing standing) {
        Stage stage = request.stage(standing.stage()).orElseThrow();
        Group group = group(stage, standing).orElseThrow();
        Tally tally = new Tally(request, stage);
        return tally.isMet(group) ? Integer.MAX_VALUE : tally.slack(group);
    }
}
