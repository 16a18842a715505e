package io.gatehouse.ledger;

import io.gatehouse.kernel.OrganizationScope;
import java.util.List;

/** Reads what people changed, for those who tell it beside something else. */
public interface Changes {

    /**
     * What people changed in the organization, by themselves or through a program of theirs, the latest first; for callers
     * who hold {@code ledger.read} there.
     */
    List<Change> list(OrganizationScope scope, ChangeQuery query);
}
