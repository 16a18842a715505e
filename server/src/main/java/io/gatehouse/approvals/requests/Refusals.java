package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.engine.Refusal;
import io.gatehouse.kernel.ProblemException;
import java.util.Locale;
import java.util.Objects;

/** Says a refusal of the engine to the person. */
final class Refusals {

    private Refusals() {}

    static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchRequest _ -> ApprovalProblem.NO_SUCH_REQUEST.because("There is no such request here");
            case Refusal.AlreadySubmitted _ ->
                ApprovalProblem.ALREADY_OPEN.because("This request was submitted already");
            case Refusal.OwnRequest _ ->
                ApprovalProblem.OWN_REQUEST.because("This is your own request: somebody else must decide it");
            case Refusal.NotAnApprover _ ->
                ApprovalProblem.NOT_AN_APPROVER.because("The policy of this request does not name you as an approver");
            case Refusal.AlreadyDecided decided -> alreadyDecided(decided);
            case Refusal.AlreadyDecidedByYou _ ->
                ApprovalProblem.ALREADY_DECIDED_BY_YOU.because("You have decided on this request; it waits for others");
            case Refusal.ContentChanged _ ->
                ApprovalProblem.CONTENT_CHANGED.because("contentHash is not that of this request: look at it again");
            case Refusal.ReasonMissing _ ->
                ApprovalProblem.REASON_MISSING.because("reason must have 10 to 2000 characters");
            case Refusal.TermsDiffer differ ->
                ApprovalProblem.TERMS_DIFFER.because(
                        differ.by() + " approved other terms: approve the same ones, or deny the request");
            case Refusal.NotTheRequester _ ->
                ApprovalProblem.NOT_THE_REQUESTER.because("Only who asked can withdraw this request");
        };
    }

    static String words(Refusal refusal) {
        return Objects.requireNonNull(problem(refusal).getMessage());
    }

    private static ProblemException alreadyDecided(Refusal.AlreadyDecided decided) {
        String state = decided.state().name().toLowerCase(Locale.ROOT);
        String by = decided.by();
        return ApprovalProblem.ALREADY_DECIDED.because(
                by == null ? "This request is already " + state : "This request is already " + state + " by " + by);
    }
}
