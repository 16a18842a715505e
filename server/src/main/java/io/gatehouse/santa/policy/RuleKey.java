package io.gatehouse.santa.policy;

import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.Comparator;

/**
 * What can have one rule in each scope, and one winner on each device.
 *
 * @param identifier normalized for its type
 */
public record RuleKey(RuleType type, String identifier) implements Comparable<RuleKey> {

    private static final Comparator<RuleKey> ORDER =
            Comparator.comparing(RuleKey::type).thenComparing(RuleKey::identifier);

    @Override
    public int compareTo(RuleKey other) {
        return ORDER.compare(this, other);
    }
}
