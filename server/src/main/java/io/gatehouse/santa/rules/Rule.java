package io.gatehouse.santa.rules;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule as the API shows it. */
public record Rule(
        UUID id,
        int version,
        RuleType ruleType,
        String identifier,
        Policy policy,
        @Nullable String celExpression,
        Scope scope,
        @Nullable String customMessage,
        @Nullable String customUrl,
        @Nullable String buttonLabel,
        @Nullable String comment,
        @Nullable PersonRef owner,
        @Nullable Instant expiresAt,
        Instant createdAt,
        Actor createdBy,
        Instant updatedAt,
        @Nullable String softwareName,
        @Nullable UUID requestId,
        Reach reach) {

    /**
     * How far a rule reaches.
     *
     * @param devices whose policy contains the rule's scope
     * @param delivered of them, how many are known to hold this rule
     */
    public record Reach(long devices, long delivered) {}

    /** The rule as other things name it. */
    public RuleRef ref() {
        return new RuleRef(id, scope, policy);
    }
}
