package io.gatehouse.santa.rules;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code santa.rule}. */
record StoredRule(
        UUID id,
        int version,
        RuleDraft draft,
        String softwareName,
        @Nullable UUID requestId,
        Instant createdAt,
        Actor createdBy,
        Instant updatedAt) {

    static StoredRule first(
            OrganizationScope scope, RuleDraft draft, String softwareName, @Nullable UUID requestId, Instant now) {
        return new StoredRule(Ids.next(), 1, draft, softwareName, requestId, now, scope.actor(), now);
    }

    StoredRule changed(RuleDraft to, Instant now) {
        return new StoredRule(id, version + 1, to, softwareName, requestId, createdAt, createdBy, now);
    }

    StoredRule approved(String name, @Nullable UUID request) {
        return new StoredRule(id, version, draft, name, request, createdAt, createdBy, updatedAt);
    }

    /** How people call the rule. */
    String name() {
        return softwareName.isEmpty()
                ? draft.ruleType() + " " + draft.identifier()
                : softwareName + " (" + draft.ruleType() + ")";
    }

    /** The fields that the book keeps, by the names of the API. */
    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("ruleType", draft.ruleType().name());
        facts.put("identifier", draft.identifier());
        facts.put("policy", draft.policy().name());
        facts.put("celExpression", draft.celExpression());
        facts.put("scopeKind", draft.scope().kind().name());
        facts.put("tagId", text(draft.scope().tagId()));
        facts.put("deviceId", text(draft.scope().deviceId()));
        facts.put("customMessage", draft.customMessage());
        facts.put("customUrl", draft.customUrl());
        facts.put("buttonLabel", draft.buttonLabel());
        facts.put("comment", draft.comment());
        facts.put("ownerId", text(draft.ownerId()));
        facts.put("expiresAt", text(draft.expiresAt()));
        facts.put("softwareName", softwareName);
        facts.put("requestId", text(requestId));
        return facts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
