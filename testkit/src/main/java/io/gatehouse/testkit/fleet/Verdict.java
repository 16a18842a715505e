package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import org.jspecify.annotations.Nullable;

/**
 * What a Mac decided about a launch.
 *
 * @param decision as the protocol names it, for instance {@code BLOCK_UNKNOWN}
 * @param rule the row that decided, null where none did
 * @param silent whether the person sees no dialog
 */
public record Verdict(String decision, @Nullable RuleRow rule, boolean silent) {

    /** Whether the binary does not run. */
    public boolean blocked() {
        return decision.startsWith("BLOCK_");
    }

    /** Whether the decision was made by a transitive rule, which is never reported. */
    boolean transitive() {
        return rule != null && rule.policy() == RulePolicy.TRANSITIVE;
    }
}
