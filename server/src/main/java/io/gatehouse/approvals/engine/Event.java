package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policy.Edit;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What happened to a request. */
public sealed interface Event {

    /** Somebody asked. */
    record Submitted(Ask ask, ContentHash content, Path path, Map<String, String> skipped) implements Event {}

    /** A stage began. */
    record StageBegan(String stage, Map<String, Roster> rosters, Instant at) implements Event {}

    /** An approver spoke. */
    record DecisionMade(Decision decision) implements Event {}

    /** A stage has the agreement that it needs. */
    record StageSatisfied(String stage) implements Event {}

    /** A stage cannot have it any more. */
    record StageVetoed(String stage) implements Event {}

    /** A stage waited too long. */
    record StageExpired(String stage) implements Event {}

    /** The requester must answer. */
    record ChangesRequested() implements Event {}

    /**
     * The request has a new version.
     *
     * @param reset stages that begin anew; after a material edit all of the path, which may be another one
     * @param lapsed decisions that count no more
     */
    record Revised(
            PersonId by,
            ContentHash content,
            Edit edit,
            Path path,
            Map<String, String> skipped,
            Set<String> reset,
            Set<UUID> lapsed)
            implements Event {}

    /**
     * Decisions count no more, though the content stayed.
     *
     * @param reset stages that begin anew for that
     */
    record DecisionsLapsed(Set<UUID> lapsed, Set<String> reset) implements Event {}

    /** A stage waited, and this step of its plan was taken. */
    record Escalated(String stage, int step, Instant at) implements Event {}

    /** Others may decide for a group. */
    record RosterChanged(String stage, String group, Roster roster) implements Event {}

    /** The request ended. */
    record Closed(RequestState state, Instant at) implements Event {}
}
