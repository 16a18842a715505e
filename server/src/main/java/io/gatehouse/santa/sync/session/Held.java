package io.gatehouse.santa.sync.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state of a Mac's rule table: a policy (with the device's own layer over it) up to a sequence, as clients of a class
 * are given it.
 *
 * @param policy null when nothing is known
 * @param ruleClass bits of the class that decides which rules the client is given
 * @param signature what a Mac in this state reports, see {@link Signature}; empty when not known
 */
public record Held(@Nullable UUID policy, long sequence, int ruleClass, String signature) {

    /** Nothing is known of the Mac's table. */
    public static final Held UNKNOWN = new Held(null, 0, 0, "");

    /** Whether the Mac's table is of this policy and class, at whatever sequence. */
    boolean isOf(Target target) {
        return target.policy().equals(policy) && ruleClass == target.ruleClass();
    }
}
