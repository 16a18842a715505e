package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policy.Separation;
import org.jspecify.annotations.Nullable;

/** Why the engine does not do what a command wants. */
public sealed interface Refusal {

    /** There is no request yet. */
    record NoSuchRequest() implements Refusal {}

    /** It was submitted before. */
    record AlreadySubmitted() implements Refusal {}

    /** No stage applies, and nothing is approved for want of one. */
    record NobodyToAsk() implements Refusal {}

    /** The path knows no emergency, or none for the requester's roles. */
    record NoEmergency() implements Refusal {}

    /** Nobody decides their own request. */
    record OwnRequest() implements Refusal {}

    /**
     * Something ties the approver to the request.
     *
     * @param member whom it ties, when it is not the approver but who delegated to them; null else
     */
    record Tied(Separation separation, @Nullable String member) implements Refusal {}

    /** The person is none of those whom a stage asks now. */
    record NotAnApprover() implements Refusal {}

    /**
     * The request has ended.
     *
     * @param by who decided, null when nobody did
     */
    record AlreadyDecided(RequestState state, @Nullable String by) implements Refusal {}

    /** One human counts once in a request: they have decided. */
    record AlreadyDecidedByYou() implements Refusal {}

    /** One human counts once in a request: their vote did. */
    record AlreadyVoted() implements Refusal {}

    /**
     * One human counts once in a request: somebody decided in the place of one of them.
     *
     * @param member in whose place
     */
    record AlreadyDecidedFor(String member) implements Refusal {}

    /** The approver looked at something else than what would be approved. */
    record ContentChanged() implements Refusal {}

    /** The requester has been asked something and must answer first. */
    record WaitsForRequester() implements Refusal {}

    /** A refusal needs a reason, and a question its words. */
    record ReasonMissing() implements Refusal {}

    /**
     * All approvals of a request must agree on what is done.
     *
     * @param by whose terms stand
     */
    record TermsDiffer(String by) implements Refusal {}

    /** What was carried out in an emergency can be ratified or repudiated, not changed or taken back. */
    record CarriedOut() implements Refusal {}

    /** Only who asked can take it back. */
    record NotTheRequester() implements Refusal {}

    /** The time for it has not come, or is over. */
    record NotDue() implements Refusal {}
}
