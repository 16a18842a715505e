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

    /** One rule for each scope, type and identifier. */
    record Identity(ScopeChoice scope, RuleKey key) {}
}
