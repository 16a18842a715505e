package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestState;
import org.jspecify.annotations.Nullable;

/** Why the engine does not do what a command wants. */
public sealed interface Refusal {

    /** There is no request yet. */
    record NoSuchRequest() implements Refusal {}

    /** It was submitted before. */
    record AlreadySubmitted() implements Refusal {}

    /** Nobody decides their own request. */
    record OwnRequest() implements Refusal {}

    /** The person is none of those whom the stage names. */
    record NotAnApprover() implements Refusal {}

    /**
     * The request has ended.
     *
     * @param by who decided, null when it was withdrawn
     */
    record AlreadyDecided(RequestState state, @Nullable String by) implements Refusal {}

    /** One human counts once in a request. */
    record AlreadyDecidedByYou() implements Refusal {}

    /** The approver looked at something else than what would be approved. */
    record ContentChanged() implements Refusal {}

    /** A refusal needs a reason. */
    record ReasonMissing() implements Refusal {}

    /**
     * All approvals of a request must agree on what is done.
     *
     * @param by whose terms stand
     */
    record TermsDiffer(String by) implements Refusal {}

    /** Only who asked can take it back. */
    record NotTheRequester() implements Refusal {}
}
