package io.gatehouse.santa.votes;

import io.gatehouse.kernel.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How much is enough for one way to name software, in votes of weight 1.
 *
 * @param local to let voters run it on their own Macs, 1 to 1,000; null: votes never grant it
 * @param proposal to ask for everybody, 1 to 1,000
 * @param condemnation of votes that say it looks bad, to end it before a review, 1 to 1,000
 */
public record Thresholds(@Nullable Integer local, int proposal, int condemnation) {

    private static final int MOST = 1_000;

    /** Checks the bounds. */
    public Thresholds {
        if (local != null) {
            check("local", local);
        }
        check("proposal", proposal);
        check("condemnation", condemnation);
    }

    private static void check(String field, int value) {
        if (value < 1 || value > MOST) {
            throw ProblemException.invalid("thresholds[]." + field, "must be 1 to " + MOST + ", not " + value);
        }
    }
}
