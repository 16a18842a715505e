package io.gatehouse.identity.people;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Finds members by id, suspended ones included. */
@Component
public final class MemberNames {

    private final StandingStore store;

    MemberNames(StandingStore store) {
        this.store = store;
    }

    /**
     * The member, in the caller's open transaction.
     *
     * @throws io.gatehouse.kernel.ProblemException when the organization has no such member
     */
    public PersonRef required(OrganizationScope scope, PersonId person) {
        return store.find(scope, person)
                .map(Standing::ref)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such person in the organization"));
    }
}
