package io.gatehouse.santa.requests;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an approver lets software run: the rule to make.
 *
 * @param identifier one of those that the request proposes
 * @param policy ALLOWLIST or ALLOWLIST_COMPILER
 * @param expiresAt in the future; null: until somebody deletes the rule
 * @param comment kept with the rule, at most 2000 characters
 */
public record Terms(
        RuleType ruleType,
        String identifier,
        ScopeChoice scope,
        Policy policy,
        @Nullable Instant expiresAt,
        @Nullable String comment) {

    private static final int LONGEST_COMMENT = 2_000;

    /**
     * As sent.
     *
     * @param contentHash of the request that the approver looked at
     */
    record Input(
            @Nullable RuleType ruleType,
            @Nullable String identifier,
            @Nullable ScopeChoice scope,
            @Nullable Policy policy,
            @Nullable Instant expiresAt,
            @Nullable String comment,
            @Nullable ContentHash contentHash) {

        Terms terms() {
            return new Terms(
                    required("ruleType", ruleType),
                    required("identifier", identifier),
                    complete(required("scope", scope)),
                    allowing(required("policy", policy)),
                    expiresAt,
                    bounded(comment));
        }

        private static ScopeChoice complete(ScopeChoice scope) {
            if (scope.kind() == null || !scope.isComplete()) {
                throw ProblemException.invalid(
                        "scope", "must be ORGANIZATION, TAG with tagId, or DEVICE with deviceId");
            }
            return scope;
        }

        private static Policy allowing(Policy policy) {
            if (!Precedence.allows(policy)) {
                throw ProblemException.invalid("policy", "must be ALLOWLIST or ALLOWLIST_COMPILER");
            }
            return policy;
        }

        private static @Nullable String bounded(@Nullable String comment) {
            if (comment != null && comment.length() > LONGEST_COMMENT) {
                throw ProblemException.invalid("comment", "must have at most " + LONGEST_COMMENT + " characters");
            }
            return comment == null || comment.isBlank() ? null : comment.strip();
        }
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(field, "must be given");
        }
        return value;
    }

    /** As kept with a decision, or in the subject of what was decided beforehand. */
    public Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        texts.put("ruleType", ruleType.name());
        texts.put("identifier", identifier);
        texts.put("scopeKind", scope.kind().name());
        put(texts, "tagId", scope.tagId());
        put(texts, "deviceId", scope.deviceId());
        texts.put("policy", policy.name());
        put(texts, "expiresAt", expiresAt);
        put(texts, "comment", comment);
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    static Terms of(Map<String, String> texts) {
        String expiresAt = texts.get("expiresAt");
        return new Terms(
                RuleType.valueOf(text(texts, "ruleType")),
                text(texts, "identifier"),
                new ScopeChoice(
                        ScopeKind.valueOf(text(texts, "scopeKind")), id(texts.get("tagId")), id(texts.get("deviceId"))),
                Policy.valueOf(text(texts, "policy")),
                expiresAt == null ? null : Instant.parse(expiresAt),
                texts.get("comment"));
    }

    private static String text(Map<String, String> texts, String name) {
        return required(name, texts.get(name));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
