package io.gatehouse.ledger;

import io.gatehouse.kernel.OrganizationScope;

/** Writes the book. */
public interface Ledger {

    /**
     * Appends one entry in the caller's open transaction: it is kept exactly if the change that it tells of is kept.
     * Organization and actor are the scope's, the correlation id is the current one.
     *
     * @throws IllegalStateException without an open transaction of that scope
     */
    void append(OrganizationScope scope, NewEntry entry);
}
