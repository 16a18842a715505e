package io.gatehouse.santa.rules;

import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the list of rules; null: any.
 *
 * @param text part of the identifier, the comment or the software's name
 * @param scope kind of scope
 * @param tag rules of this tag
 * @param device rules of this device
 * @param expiring true: only rules with an expiry; false: only those without
 */
record RuleQuery(
        @Nullable String text,
        @Nullable RuleType ruleType,
        @Nullable Policy policy,
        @Nullable ScopeKind scope,
        @Nullable UUID tag,
        @Nullable UUID device,
        @Nullable Boolean expiring) {}
