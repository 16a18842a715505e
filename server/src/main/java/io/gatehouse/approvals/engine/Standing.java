package io.gatehouse.approvals.engine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A right to decide for a group of a stage, at this moment.
 *
 * @param member whose right it is: the approver's own, or of somebody who delegated it
 * @param chain how it came from the member to the approver, who is the last in it; empty for one's own right
 * @param authority by which the member has it, for instance {@code permission:request.decide}
 */
public record Standing(String stage, String group, Human member, List<Handover> chain, String authority) {

    /** Takes a copy of the chain. */
    public Standing {
        chain = List.copyOf(chain);
    }

    /**
     * One delegation of a chain.
     *
     * @param to who received the right
     * @param until when it lasts
     */
    public record Handover(UUID delegation, Human to, Instant until) {}
}
