package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;

/** What happened to a request. */
public sealed interface Event {

    /** Somebody asked. */
    record Submitted(RequestId id, PersonId requester, ContentHash content, Policy policy) implements Event {}

    /** A stage opened its places. */
    record StageActivated(int stage) implements Event {}

    /** An approver filled a place. */
    record DecisionMade(Decision decision) implements Event {}

    /** All places of a stage approve. */
    record StageSatisfied(int stage) implements Event {}

    /** Somebody refused. */
    record StageVetoed(int stage) implements Event {}

    /** The request ended. */
    record Closed(RequestState state, Instant at) implements Event {}
}
