package io.gatehouse.ledger;

import io.gatehouse.kernel.OrganizationScope;
import java.util.Optional;

/** What ledgers claim to be, for those who keep that elsewhere. */
public interface Checkpoints {

    /** The latest; empty while nothing is in the tree. */
    Optional<Latest> latest(OrganizationScope scope);

    /**
     * A checkpoint as a signed note.
     *
     * @param inDoubt whether an alarm about the ledger is open, so that nothing of it may be taken for proven
     */
    record Latest(long size, String note, boolean inDoubt) {}
}
