package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the engine sees it.
 *
 * @param policy as it was at submission
 * @param decisions oldest first
 */
public record Request(
        RequestId id,
        RequestState state,
        PersonId requester,
        ContentHash content,
        Policy policy,
        List<Stage> stages,
        List<Decision> decisions,
        @Nullable Instant closedAt)
        implements State {

    /** Takes copies of the lists. */
    public Request {
        stages = List.copyOf(stages);
        decisions = List.copyOf(decisions);
    }

    /** Whether it still waits for decisions. */
    public boolean isOpen() {
        return state == RequestState.IN_REVIEW;
    }

    Optional<Stage> active() {
        return stages.stream()
                .filter(stage -> stage.state() == Stage.State.ACTIVE)
                .findFirst();
    }

    boolean hasDecided(PersonId person) {
        return decisions.stream().anyMatch(decision -> decision.person().equals(person));
    }

    Request with(Stage changed) {
        List<Stage> all = stages.stream()
                .map(stage -> stage.position() == changed.position() ? changed : stage)
                .toList();
        return new Request(id, state, requester, content, policy, all, decisions, closedAt);
    }

    Request with(Decision decision) {
        List<Decision> all =
                Stream.concat(decisions.stream(), Stream.of(decision)).toList();
        return new Request(id, state, requester, content, policy, stages, all, closedAt);
    }

    Request close(RequestState last, Instant at) {
        List<Stage> all = stages.stream().map(Stage::end).toList();
        return new Request(id, last, requester, content, policy, all, decisions, at);
    }
}
