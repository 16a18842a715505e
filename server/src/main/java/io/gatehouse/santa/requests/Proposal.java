package io.gatehouse.santa.requests;

import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.List;

/**
 * One way to allow what was asked for.
 *
 * @param narrowest allows the least of all
 * @param stable still matches after an update
 * @param recommended the narrowest that is stable; for exactly one of them
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
        List<String> warnings) {

    /**
     * What else would run.
     *
     * @param software other files known by the same identifier, at most 10,000
     * @param devices that have shown one of them
     */
    record AlsoAllows(long software, long devices, List<String> examples) {}
}
