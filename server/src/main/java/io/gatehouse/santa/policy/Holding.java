package io.gatehouse.santa.policy;

import io.gatehouse.santa.protocol.client.ClientCapabilities;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import org.jspecify.annotations.Nullable;

/**
 * How far a device is known to have come with its policy: the one answer to whether a rule is delivered, for pages, lists
 * and requests.
 *
 * @param santaVersion a client drops what it does not understand
 * @param acknowledged sequence of its present policy; -1 when nothing of it is known to have arrived
 */
public record Holding(String santaVersion, long acknowledged) {

    /** Nothing of the present policy is known to have arrived. */
    public static final long NOTHING = -1;

    /**
     * Whether the device is known to hold a rule.
     *
     * @param sequence under which the rule was published to the device; null: not yet
     */
    public boolean of(RuleKey key, Policy policy, @Nullable Long sequence) {
        return sequence != null
                && acknowledged >= sequence
                && ClientCapabilities.of(santaVersion)
                        .gate(Rule.of(key.type(), key.identifier(), policy))
                        .isPresent();
    }
}
