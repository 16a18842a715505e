package io.gatehouse.ledger;

import io.gatehouse.kernel.OrganizationScope;
import java.util.List;

/** Writes the book. */
public interface Ledger {

    /**
     * Appends one entry in the caller's open transaction: it is kept exactly if the change that it tells of is kept.
     * Organization and actor are the scope's, the correlation id is the current one.
     *
     * @throws IllegalStateException without an open transaction of that scope
     */
    default void append(OrganizationScope scope, NewEntry entry) {
        append(scope, List.of(entry));
    }

    /**
     * Appends the entries of a change of many things in their order, as {@link #append(OrganizationScope, NewEntry)} does
     * one, by few statements. They are recorded at the same time; their ids keep the order.
     *
     * @throws IllegalStateException without an open transaction of that scope
     */
    void append(OrganizationScope scope, List<NewEntry> entries);
}
