package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the engine sees it.
 *
 * @param path as it was at submission, or at the last material edit
 * @param round of deciding, from 1; a new one begins with each edit and when decisions lapse
 * @param decisions oldest first
 * @param lapsed ids of the decisions that count no more
 */
public record Request(
        Ask ask,
        Content content,
        Path path,
        RequestState state,
        int round,
        List<Stage> stages,
        List<Decision> decisions,
        Set<UUID> lapsed,
        @Nullable Instant closedAt)
        implements State {

    /** Takes copies. */
    public Request {
        stages = List.copyOf(stages);
        decisions = List.copyOf(decisions);
        lapsed = Set.copyOf(lapsed);
    }

    /** Whether somebody's word is still awaited. */
    public boolean isOpen() {
        return state.isOpen();
    }

    /** The stages that must begin now. */
    public List<Stage> due() {
        return isOpen() ? stages.stream().filter(this::isDue).toList() : List.of();
    }

    private boolean isDue(Stage stage) {
        return stage.state() == Stage.State.WAITING
                && stage.plan().after().stream()
                        .allMatch(before -> stage(before)
                                .filter(earlier -> earlier.state().letsOthersBegin())
                                .isPresent());
    }

    /** Whether every stage has ended well, so that the request must be concluded now. */
    public boolean isComplete() {
        return isOpen() && stages.stream().allMatch(stage -> stage.state().letsOthersBegin());
    }

    /** The stage of that id. */
    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** The decisions that count, oldest first. */
    public List<Decision> standing() {
        return decisions.stream()
                .filter(Decision::counts)
                .filter(decision -> !lapsed.contains(decision.id()))
                .toList();
    }

    /** How far each group of a stage has come, in the order of its plan. */
    public List<Progress> progress(Stage stage) {
        Tally tally = new Tally(this, stage);
        return stage.plan().requirement().groups().stream().map(tally::progress).toList();
    }

    List<Decision> standing(Stage stage) {
        return standing().stream()
                .filter(decision -> decision.stage().equals(stage.id()))
                .toList();
    }

    /** Whether this human's word counts already, spoken by them or in their place, or as a vote. */
    boolean hasHeard(PersonId human) {
        return hasCounted(human) || standing().stream().anyMatch(decision -> decision.speaksOf(human));
    }

    /** Whether a vote of this human helped a stage to what it has. */
    boolean hasCounted(PersonId human) {
        return stages.stream().anyMatch(stage -> stage.hasCounted(human));
    }

    Request with(Stage changed) {
        return with(stages.stream()
                .map(stage -> stage.id().equals(changed.id()) ? changed : stage)
                .toList());
    }

    Request with(List<Stage> all) {
        return new Request(ask, content, path, state, round, all, decisions, lapsed, closedAt);
    }

    Request with(Decision decision) {
        List<Decision> all =
                Stream.concat(decisions.stream(), Stream.of(decision)).toList();
        return new Request(ask, content, path, state, round, stages, all, lapsed, closedAt);
    }

    Request turn(RequestState next) {
        return new Request(ask, content, path, next, round, stages, decisions, lapsed, closedAt);
    }

    Request close(RequestState last, Instant at) {
        List<Stage> ended = stages.stream().map(Stage::end).toList();
        return new Request(ask, content, path, last, round, ended, decisions, lapsed, at);
    }

    /** A new round, in which these decisions count no more. */
    Request lapse(Set<UUID> ids) {
        Set<UUID> all = Stream.concat(lapsed.stream(), ids.stream()).collect(Collectors.toSet());
        return new Request(ask, content, path, state, round + 1, stages, decisions, all, closedAt);
    }

    Request rewrite(Content next, Path along) {
        return new Request(ask, next, along, RequestState.IN_REVIEW, round, stages, decisions, lapsed, closedAt);
    }
}
