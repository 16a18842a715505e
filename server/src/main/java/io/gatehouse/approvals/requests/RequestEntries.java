package io.gatehouse.approvals.requests;

import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the book is told about a request: all its fields after each change, so that replaying them gives the table. */
final class RequestEntries {

    private RequestEntries() {}

    static NewEntry submitted(RequestRow row) {
        return entry("request.submit", row)
                .because(row.asked().justification().text())
                .change(null, fields(row));
    }

    static NewEntry changed(String action, RequestRow before, RequestRow after, @Nullable String reason) {
        return entry(action, after).because(reason).change(fields(before), fields(after));
    }

    private static NewEntry entry(String action, RequestRow row) {
        return NewEntry.of(
                action,
                "request",
                row.id(),
                "#" + row.number() + " " + row.asked().title());
    }

    private static Map<String, @Nullable Object> fields(RequestRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("number", row.number());
        fields.put("kind", row.asked().kind());
        fields.put("state", row.state().name());
        fields.put("title", row.asked().title());
        fields.put("subject", row.asked().subject());
        fields.put("justification", new Personal(row.asked().justification().text()));
        fields.put("requester", row.requester().toString());
        fields.put("contentHash", row.contentHash().hex());
        fields.put("policyVersion", row.policyVersion());
        fields.put("submittedAt", row.submittedAt().toString());
        Instant closedAt = row.closedAt();
        fields.put("closedAt", closedAt == null ? null : closedAt.toString());
        fields.put("result", row.result());
        return fields;
    }
}
