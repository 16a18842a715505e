package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.policy.Veto;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what an approver's word does. */
final class Verdicts {

    private Verdicts() {}

    static Answer decide(Request request, Command.Verdict command) {
        return switch (Opening.of(request, command.by())) {
            case Opening.None(var refusal) -> Engine.refused(refusal);
            case Opening.Found(var standing) -> {
                Refusal refusal = objection(request, command);
                yield refusal != null ? Engine.refused(refusal) : answer(request, decision(request, standing, command));
            }
        };
    }

    private static @Nullable Refusal objection(Request request, Command.Verdict command) {
        if (!request.content().hash().equals(command.seen())) {
            return new Refusal.ContentChanged();
        }
        return switch (command) {
            case Command.Approve approve -> otherTerms(request, approve);
            case Command.Deny deny -> deny.reason() == null ? new Refusal.ReasonMissing() : null;
            case Command.Abstain _ -> null;
            case Command.AskBack question ->
                question.question() == null
                        ? new Refusal.ReasonMissing()
                        : request.ask().emergency() ? new Refusal.CarriedOut() : null;
        };
    }

    private static @Nullable Refusal otherTerms(Request request, Command.Approve approve) {
        return request.standing().stream()
                .filter(earlier -> earlier.outcome() == Outcome.APPROVED)
                .filter(earlier -> !earlier.terms().equals(approve.terms()))
                .findFirst()
                .map(earlier -> new Refusal.TermsDiffer(earlier.personName()))
                .orElse(null);
    }

    private static Answer answer(Request request, Decision decision) {
        Event made = new Event.DecisionMade(decision);
        return switch (decision.outcome()) {
            case RETURNED -> Engine.accepted(made, new Event.ChangesRequested());
            case REJECTED -> refusal(request, decision, made);
            case APPROVED, ABSTAINED -> Engine.settled(request, decision.stage(), List.of(made));
        };
    }

    private static Answer refusal(Request request, Decision decision, Event made) {
        Request after = request.with(decision);
        Stage stage = after.stage(decision.stage()).orElseThrow();
        boolean ends = stage.plan().veto() == Veto.ENDS || !new Tally(after, stage).isPossible();
        return ends
                ? Engine.accepted(
                        made,
                        new Event.StageVetoed(stage.id()),
                        new Event.Closed(Engine.refusedBy(request), decision.at()))
                : Engine.accepted(made);
    }

    private static Decision decision(Request request, Standing standing, Command.Verdict command) {
        return switch (command) {
            case Command.Approve approve ->
                decision(request, standing, approve, Outcome.APPROVED, approve.terms(), approve.comment());
            case Command.Deny deny -> decision(request, standing, deny, Outcome.REJECTED, Map.of(), deny.reason());
            case Command.Abstain abstain ->
                decision(request, standing, abstain, Outcome.ABSTAINED, Map.of(), abstain.comment());
            case Command.AskBack question ->
                decision(request, standing, question, Outcome.RETURNED, Map.of(), question.question());
        };
    }

    private static Decision decision(
            Request request,
            Standing standing,
            Command.Verdict command,
            Outcome outcome,
            Map<String, String> terms,
            @Nullable Statement words) {
        Human by = command.by().human();
        Human member = standing.member();
        return new Decision(
                command.decision(),
                request.round(),
                standing.stage(),
                standing.group(),
                outcome,
                by.person(),
                by.name(),
                member.person(),
                member.name(),
                standing.chain().stream().map(Standing.Handover::delegation).toList(),
                standing.chain().stream()
                        .map(Standing.Handover::until)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                standing.authority(),
                request.stage(standing.stage())
                        .map(stage -> stage.roster(standing.group()).weight(member.person()))
                        .orElse(0),
                command.seen(),
                command.means(),
                terms,
                words == null ? null : words.text(),
                command.at());
    }
}
