package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.PolicyView;
import io.gatehouse.kernel.OrganizationScope;
import org.springframework.stereotype.Component;

/** The policies by which requests run. Joins the caller's open transaction. */
@Component
public final class PublishedPolicies {

    private final PolicyStore store;

    PublishedPolicies(PolicyStore store) {
        this.store = store;
    }

    /** The policy in force for one kind: the organization's own, else the default of all. */
    public PolicyView inForce(OrganizationScope scope, String kind) {
        return store.inForce(scope, kind);
    }

    /** One version; 0 is the default of all. */
    public Policy version(OrganizationScope scope, String kind, int version) {
        return store.version(scope, kind, version);
    }
}
