package io.gatehouse.santa.requests;

import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to allow what was asked for.
 *
 * @param narrowest allows the least of all
 * @param stable still matches after an update
 * @param recommended the narrowest that is stable; for exactly one of them
 * @param existing rules for this very identifier: approving for the scope of one replaces it
 * @param warnings why the approval would have no effect, or another one
 */
record Proposal(
        RuleType ruleType,
        String identifier,
        String label,
        boolean narrowest,
        boolean stable,
        boolean recommended,
        String explanation,
        AlsoAllows alsoAllows,
        List<Existing> existing,
        List<String> warnings) {

    /**
     * A rule that an approval for its scope would change.
     *
     * @param expiresAt an allowing rule never ends earlier than that, null: it does not end
     */
    record Existing(RuleRef rule, @Nullable Instant expiresAt) {}

    /**
     * What else would run.
     *
     * @param software other files known by the same identifier, at most 10,000
     * @param devices that have shown one of them
     */
    record AlsoAllows(long software, long devices, List<String> examples) {}
}
