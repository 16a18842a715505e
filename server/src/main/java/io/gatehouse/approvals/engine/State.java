package io.gatehouse.approvals.engine;

/** What is known of a request: nothing yet, or how it stands. */
public sealed interface State permits State.None, Request {

    /** Before submission. */
    record None() implements State {}
}
