package io.gatehouse.santa.sync.delivery;

import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.message.Rule;
import io.gatehouse.santa.protocol.vocabulary.Policy;

/**
 * The last change of a key as devices see it.
 *
 * @param rule not yet made fit for a client; policy REMOVE when the key has no rule any more
 */
record Entry(long sequence, Rule rule) {

    RuleKey key() {
        return new RuleKey(rule.ruleType(), rule.identifier());
    }

    boolean removed() {
        return rule.policy() == Policy.REMOVE;
    }
}
