package io.gatehouse.santa.rules;

import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, checked and normalized; absent texts are empty.
 *
 * @param expiresAt in whole milliseconds
 */
record RuleDraft(
        RuleType ruleType,
        String identifier,
        Policy policy,
        String celExpression,
        ScopeChoice scope,
        String customMessage,
        String customUrl,
        String buttonLabel,
        String comment,
        @Nullable UUID ownerId,
        @Nullable Instant expiresAt) {

    RuleKey key() {
        return new RuleKey(ruleType, identifier);
    }

    /** What there can be only one rule for. */
    Identity identity() {
        return new Identity(scope, key());
    }

    RuleDraft withPolicy(Policy other) {
        return new RuleDraft(
                ruleType,
                identifier,
                other,
                celExpression,
                scope,
                customMessage,
                customUrl,
                buttonLabel,
                comment,
                ownerId,
                expiresAt);
    }

    RuleDraft withExpiry(@Nullable Instant other) {
        return new RuleDraft(
                ruleType,
                identifier,
                policy,
                celExpression,
                scope,
                customMessage,
                customUrl,
                buttonLabel,
                comment,
                ownerId,
                other);
    }

    RuleDraft withComment(String other) {
        return new RuleDraft(
                ruleType,
                identifier,
                policy,
                celExpression,
                scope,
                customMessage,
                customUrl,
                buttonLabel,
                other,
                ownerId,
                expiresAt);
    }

    /**
     * What an approval makes of this rule: what it does not name stays, and what is allowed already stays so at least as
     * long as before.
     */
    RuleDraft approved(RuleDraft wanted) {
        boolean allowed = policy == Policy.ALLOWLIST || policy == Policy.ALLOWLIST_COMPILER;
        return new RuleDraft(
                ruleType,
                identifier,
                wanted.policy,
                "",
                scope,
                customMessage,
                customUrl,
                buttonLabel,
                wanted.comment.isEmpty() ? comment : wanted.comment,
                ownerId,
                allowed ? later(expiresAt, wanted.expiresAt) : wanted.expiresAt);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }

    /** One rule for each scope, type and identifier. */
    record Identity(ScopeChoice scope, RuleKey key) {}
}
