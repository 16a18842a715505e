package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.profiles.ClaimedFacts;
import io.gatehouse.identity.profiles.ClaimedFacts.Facts;
import io.gatehouse.kernel.OrganizationScope;
import org.springframework.stereotype.Component;

/** Keeps what a directory says of people's places in the organization. */
@Component
final class ProvisionedFacts {

    private final UserStore store;
    private final ClaimedFacts facts;

    ProvisionedFacts(UserStore store, ClaimedFacts facts) {
        this.store = store;
        this.facts = facts;
    }

    void keep(OrganizationScope scope, PersonRef person, Facts before, UserAttributes said) {
        facts.keepProvisioned(scope, person, before, of(scope, said));
    }

    /** What the directory says of the person's place. */
    Facts of(OrganizationScope scope, UserAttributes said) {
        String manager = store.email(scope, said.manager()).orElse("");
        return new Facts(said.department(), said.title(), said.costCenter(), manager);
    }
}
