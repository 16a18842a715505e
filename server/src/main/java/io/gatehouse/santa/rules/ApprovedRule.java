package io.gatehouse.santa.rules;

import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approval allows.
 *
 * @param identifier in any spelling that can be normalized
 * @param softwareName how people call what is allowed; shown by the Mac when the rule arrives
 * @param requestId the request that was approved; null where votes allow it
 */
public record ApprovedRule(
        RuleType ruleType,
        String identifier,
        Policy policy,
        ScopeChoice scope,
        @Nullable Instant expiresAt,
        @Nullable String comment,
        String softwareName,
        @Nullable UUID requestId) {}
