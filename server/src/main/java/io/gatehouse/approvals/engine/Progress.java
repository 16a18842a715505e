package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.policy.Group;
import io.gatehouse.kernel.PersonId;
import java.util.Set;

/**
 * How far a group of a stage has come.
 *
 * @param needed how many people must agree, or how much their seats must weigh where the quorum is weighed
 * @param agreed how many did, or what their seats weigh
 * @param silent of its roster, whose word is not heard
 */
public record Progress(Group group, int needed, int agreed, Set<PersonId> silent) {

    /** Takes a copy. */
    public Progress {
        silent = Set.copyOf(silent);
    }

    /** Whether it has the agreement that it needs. */
    public boolean isMet() {
        return agreed >= needed;
    }
}
