package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the book is told about a request: all its fields after each change, so that replaying them gives the table. */
final class RequestEntries {

    private RequestEntries() {}

    static NewEntry submitted(KeptRequest kept) {
        return entry("request.submit", kept).change(null, fields(kept));
    }

    static NewEntry changed(String action, KeptRequest before, KeptRequest after) {
        return entry(action, after).change(fields(before), fields(after));
    }

    private static NewEntry entry(String action, KeptRequest kept) {
        return NewEntry.of(
                action,
                "request",
                kept.id(),
                "#" + kept.number() + " " + kept.asked().title());
    }

    private static Map<String, @Nullable Object> fields(KeptRequest kept) {
        Request request = kept.request();
        PersonId requester = request.ask().requester();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("number", kept.number());
        fields.put("kind", kept.asked().kind());
        fields.put("state", request.state().name());
        fields.put("emergency", request.ask().emergency());
        fields.put("version", request.content().version());
        fields.put("title", kept.asked().title());
        fields.put("subject", kept.asked().subject());
        fields.put("justification", new Personal(kept.asked().justification().text(), requester));
        fields.put("requester", requester.toString());
        fields.put("contentHash", request.content().hash().hex());
        fields.put("policyVersion", kept.policyVersion());
        fields.put("route", kept.routing().route());
        fields.put("routing", kept.routing().reason());
        fields.put("submittedAt", request.ask().at().toString());
        Instant closedAt = request.closedAt();
        fields.put("closedAt", closedAt == null ? null : closedAt.toString());
        fields.put("result", kept.result());
        fields.put(
                "stages", request.stages().stream().map(RequestEntries::fields).toList());
        fields.put(
                "decisions",
                request.decisions().stream().map(made -> fields(request, made)).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Stage stage) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stage", stage.plan().id());
        fields.put("name", stage.plan().name());
        fields.put("state", stage.state().name());
        fields.put("skipped", stage.skipped());
        fields.put("escalated", stage.escalated().stream().sorted().toList());
        return fields;
    }

    /** What a person says is theirs: the book commits to it, and it can be erased. */
    private static Map<String, @Nullable Object> fields(Request request, Decision decision) {
        String comment = decision.comment();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", decision.id().toString());
        fields.put("stage", decision.stage());
        fields.put("group", decision.group());
        fields.put("outcome", decision.outcome().name());
        fields.put("person", decision.person().toString());
        fields.put("member", decision.member().toString());
        fields.put(
                "delegations",
                decision.delegations().stream().map(UUID::toString).toList());
        Instant until = decision.delegatedUntil();
        fields.put("delegatedUntil", until == null ? null : until.toString());
        fields.put("authority", decision.authority());
        fields.put("contentHash", decision.content().hex());
        Means means = decision.means();
        fields.put("channel", means == null ? null : means.channel().name());
        fields.put("factor", means == null ? null : means.factor().name());
        fields.put("terms", decision.terms());
        fields.put("lapsed", request.lapsed().contains(decision.id()));
        fields.put("comment", comment == null ? null : new Personal(comment, decision.person()));
        fields.put("at", decision.at().toString());
        return fields;
    }
}
