package io.gatehouse.approvals;

import io.gatehouse.kernel.PersonId;
import java.util.Map;

/**
 * What the votes on the thing that a request asks for come to.
 *
 * @param voters who voted for it, with what each vote weighs in hundredths; only where they agreed
 */
public record Poll(Result result, Map<PersonId, Integer> voters) {

    /** Nobody votes on it. */
    public static final Poll NONE = new Poll(Result.OPEN, Map.of());

    /** Takes a copy. */
    public Poll {
        voters = Map.copyOf(voters);
    }

    /** Whether a stage that waits for it goes on, or ends. */
    public boolean decides() {
        return result == Result.AGREED || result == Result.REFUSED;
    }

    /** What votes come to. */
    public enum Result {
        /** Too few so far. */
        OPEN,
        /** Somebody said that it looks bad: nothing counts until a review. */
        FROZEN,
        /** Enough are for it. */
        AGREED,
        /** It was found bad. */
        REFUSED
    }
}
