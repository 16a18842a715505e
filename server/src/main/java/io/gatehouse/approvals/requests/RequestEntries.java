package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the book is told about a request: all its fields after each change, so that replaying them gives the table. */
final class RequestEntries {

    private RequestEntries() {}

    static NewEntry submitted(RequestRow row) {
        return entry("request.submit", row).change(null, fields(row, List.of()));
    }

    static NewEntry changed(
            String action, RequestRow before, RequestRow after, List<Decision> earlier, List<Decision> decisions) {
        return entry(action, after).change(fields(before, earlier), fields(after, decisions));
    }

    private static NewEntry entry(String action, RequestRow row) {
        return NewEntry.of(
                action,
                "request",
                row.id(),
                "#" + row.number() + " " + row.asked().title());
    }

    private static Map<String, @Nullable Object> fields(RequestRow row, List<Decision> decisions) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("number", row.number());
        fields.put("kind", row.asked().kind());
        fields.put("state", row.state().name());
        fields.put("title", row.asked().title());
        fields.put("subject", row.asked().subject());
        fields.put("justification", new Personal(row.asked().justification().text(), row.requester()));
        fields.put("requester", row.requester().toString());
        fields.put("contentHash", row.contentHash().hex());
        fields.put("policyVersion", row.policyVersion());
        fields.put("submittedAt", row.submittedAt().toString());
        Instant closedAt = row.closedAt();
        fields.put("closedAt", closedAt == null ? null : closedAt.toString());
        fields.put("result", row.result());
        fields.put("decisions", decisions.stream().map(RequestEntries::fields).toList());
        return fields;
    }

    /** What a person says is theirs: the book commits to it, and it can be erased. */
    private static Map<String, @Nullable Object> fields(Decision decision) {
        String comment = decision.comment();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", decision.id().toString());
        fields.put("stage", decision.stage());
        fields.put("outcome", decision.outcome().name());
        fields.put("person", decision.person().toString());
        fields.put("authority", decision.authority());
        fields.put("contentHash", decision.content().hex());
        fields.put("terms", decision.terms());
        fields.put("comment", comment == null ? null : new Personal(comment, decision.person()));
        fields.put("at", decision.at().toString());
        return fields;
    }
}
