package io.gatehouse.santa.policy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last change of a key in a layer.
 *
 * @param layer the policy, or the device whose own layer it is
 * @param ruleId the rule in force; null when removed
 */
record LayerEntry(
        UUID layer,
        RuleKey key,
        long sequence,
        boolean removed,
        @Nullable UUID ruleId,
        RuleContent content) {

    static LayerEntry of(UUID layer, RuleKey key, long sequence, Candidate winner) {
        return new LayerEntry(layer, key, sequence, false, winner.ruleId(), winner.content());
    }

    static LayerEntry tombstone(UUID layer, RuleKey key, long sequence) {
        return new LayerEntry(layer, key, sequence, true, null, RuleContent.REMOVED);
    }
}
