package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Set;

/**
 * What never changes about a request.
 *
 * @param beneficiaries who gets what is asked for, besides the requester
 * @param emergency whether it is carried out before anybody agreed
 */
public record Ask(RequestId id, PersonId requester, Set<PersonId> beneficiaries, boolean emergency, Instant at) {

    /** Takes a copy. */
    public Ask {
        beneficiaries = Set.copyOf(beneficiaries);
    }
}
