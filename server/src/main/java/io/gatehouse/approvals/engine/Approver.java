package io.gatehouse.approvals.engine;

import io.gatehouse.kernel.PersonId;
import java.util.List;

/**
 * Somebody who wants to decide.
 *
 * @param standings by which they may, best first: one's own before those of others
 */
public record Approver(Human human, List<Standing> standings) {

    /** Takes a copy of the standings. */
    public Approver {
        standings = List.copyOf(standings);
    }

    PersonId person() {
        return human.person();
    }
}
