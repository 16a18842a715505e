package io.gatehouse.santa.rules;

import io.gatehouse.santa.RuleRef;
import org.jspecify.annotations.Nullable;

/**
 * What would decide about a file on a device, and why.
 *
 * @param rule the deciding rule; null when settings decide
 * @param why one sentence
 */
public record Explanation(Outcome outcome, @Nullable RuleRef rule, String why) {

    /** What would happen. */
    public enum Outcome {
        ALLOWED,
        BLOCKED,
        /** An expression decides at each execution, or the file's path is not known. */
        DEPENDS
    }
}
