package io.gatehouse.approvals.policy;

import java.time.Duration;

/**
 * What happens when a stage has waited.
 *
 * @param after business time since the stage began, 5 minutes to 365 days
 */
public record Escalation(Duration after, Step step) {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Checks the time. */
    public Escalation {
        Check.within("escalations[].after", after, SHORTEST, LONGEST);
    }
}
