package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.policies.PublishedPolicies;
import io.gatehouse.approvals.policy.PolicyView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policies in force. */
@RestController
@RequestMapping("/api/organizations/{organization}/requests/policies")
final class PolicyController {

    private final Transactions transactions;
    private final PublishedPolicies policies;
    private final Executors executors;

    PolicyController(Transactions transactions, PublishedPolicies policies, Executors executors) {
        this.transactions = transactions;
        this.policies = policies;
        this.executors = executors;
    }

    /** One for each kind of request. */
    @GetMapping
    @Requires(Permission.REQUEST_READ)
    List<PolicyView> policies(OrganizationScope scope) {
        return transactions.read(
                scope,
                () -> executors.kinds().stream()
                        .map(kind -> policies.inForce(scope, kind))
                        .toList());
    }
}
