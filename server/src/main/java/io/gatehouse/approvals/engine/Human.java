package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.kernel.PersonId;
import java.util.Set;

/**
 * A person as the engine knows them.
 *
 * @param ties what ties them to the request by their place in the organization; what follows from the request itself, such
 *     as to be its requester, the engine finds by itself
 */
public record Human(PersonId person, String name, Set<Separation> ties) {

    /** Takes a copy of the ties. */
    public Human {
        ties = Set.copyOf(ties);
    }
}
