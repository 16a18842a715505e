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
            case Refusal.Tied tied -> tied(tied);
            case Refusal.NotAnApprover _ ->
                ApprovalProblem.NOT_AN_APPROVER.because("The policy of this request does not ask you now");
            case Refusal.NobodyToAsk _ ->
                ApprovalProblem.POLICY_INVALID.because("The policy of this request leaves nobody to ask");
            case Refusal.NoEmergency _ ->
                ApprovalProblem.NO_EMERGENCY.because(
                        "The policy gives this to nobody with your roles before it is approved");
            case Refusal.AlreadyDecidedFor decided ->
                ApprovalProblem.ALREADY_DECIDED_BY_YOU.because(
                        decided.member() + " has decided, or somebody for them: one person counts once");
            case Refusal.AlreadyVoted _ ->
                ApprovalProblem.ALREADY_DECIDED_BY_YOU.because(
                        "Your vote counted for this request: one person counts once, so somebody else must decide it");
            case Refusal.WaitsForRequester _ ->
                ApprovalProblem.WAITS_FOR_REQUESTER.because("The requester was asked something and must answer first");
            case Refusal.CarriedOut _ ->
                ApprovalProblem.CARRIED_OUT.because("This was carried out in an emergency: ratify or repudiate it");
            case Refusal.NotDue _ -> ApprovalProblem.NOT_DUE.because("It is not the time for this");
            case Refusal.AlreadyDecided decided -> alreadyDecided(decided);
            case Refusal.AlreadyDecidedByYou _ ->
                ApprovalProblem.ALREADY_DECIDED_BY_YOU.because("You have decided on this request; it waits for others");
            case Refusal.ContentChanged _ ->
                ApprovalProblem.CONTENT_CHANGED.because("contentHash is not that of this request: look at it again");
            case Refusal.ReasonMissing _ -> ApprovalProblem.REASON_MISSING.because("Say why in 10 to 2000 characters");
            case Refusal.TermsDiffer differ ->
                ApprovalProblem.TERMS_DIFFER.because(
                        differ.by() + " approved other terms: approve the same ones, or deny the request");
            case Refusal.NotTheRequester _ ->
                ApprovalProblem.NOT_THE_REQUESTER.because("Only who asked can withdraw this request");
        };
    }

    private static ProblemException tied(Refusal.Tied tied) {
        String whom = tied.member() == null ? "You may" : tied.member() + ", for whom you would decide, may";
        String why = switch (tied.separation()) {
            case REQUESTER -> "who asked for it";
            case BENEFICIARY -> "who would get it";
            case LAST_EDITOR -> "who wrote it last";
            case REPORTING_LINE -> "above or below the requester";
            case TEAM -> "of the requester's own team";
        };
        return ApprovalProblem.SEPARATED.because(whom + " not decide this: it needs somebody who is not one " + why);
    }

    static String words(Refusal refusal) {
        return Objects.requireNonNull(problem(refusal).getMessage());
    }

    private static ProblemException alreadyDecided(Refusal.AlreadyDecided decided) {
        String state = decided.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String by = decided.by();
        return ApprovalProblem.ALREADY_DECIDED.because(
                by == null ? "This request is already " + state : "This request is already " + state + " by " + by);
    }
}
