package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.Fact;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.PolicyView;
import io.gatehouse.kernel.BodyLimit;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who decides about requests: versions, the draft, and trying it. A policy is exported and imported as it is read. */
@RestController
@RequestMapping("/api/organizations/{organization}/approval-policies/{kind}")
final class ApprovalPolicyController {

    static final int LARGEST = 256 * 1024;

    private static final int MOST_TOLD = 200;

    private final Policies policies;

    ApprovalPolicyController(Policies policies) {
        this.policies = policies;
    }

    /**
     * A draft to be kept.
     *
     * @param version of the draft that was read; 0 when there was none
     */
    record KeptPolicy(int version, Policy policy) {}

    record TriedPolicy(@Nullable Policy policy) {}

    /** The request or the example to explain. */
    record ExplainedCase(
            @Nullable Policy policy, @Nullable RequestId request, Explainer.@Nullable ExampleRequest example) {}

    record PublishedDraft(int draft) {}

    /** Ids of people and teams, at most 1,000. */
    record WantedNames(Set<UUID> ids) {

        WantedNames {
            ids = Set.copyOf(ids);
        }
    }

    /** Newest first; the newest is in force, and the others are archived. */
    @GetMapping("/versions")
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    List<PolicyVersion> versions(OrganizationScope scope, @PathVariable String kind) {
        return policies.versions(scope, kind);
    }

    @GetMapping("/versions/{version}")
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    PolicyView version(OrganizationScope scope, @PathVariable String kind, @PathVariable int version) {
        return policies.version(scope, kind, version);
    }

    /** What conditions may look at. */
    @GetMapping("/facts")
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    List<Fact> facts(OrganizationScope scope, @PathVariable String kind) {
        return policies.facts(kind);
    }

    /** People, teams and roles that a policy may name. */
    @GetMapping("/approvers")
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    List<NamedApprover> approvers(
            OrganizationScope scope, @PathVariable String kind, @RequestParam(defaultValue = "") String text) {
        return policies.approvers(scope, kind, text);
    }

    /** What people and teams that a policy names by their ids are called. */
    @PostMapping("/names")
    @BodyLimit(LARGEST)
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    List<NamedApprover> names(OrganizationScope scope, @PathVariable String kind, @RequestBody WantedNames wanted) {
        return policies.named(scope, kind, wanted.ids());
    }

    /** Without content while nobody writes one. */
    @GetMapping("/draft")
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    ResponseEntity<PolicyDraft> draft(OrganizationScope scope, @PathVariable String kind) {
        return policies.draft(scope, kind)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping("/draft")
    @BodyLimit(LARGEST)
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    PolicyDraft keep(OrganizationScope scope, @PathVariable String kind, @RequestBody KeptPolicy kept) {
        return policies.keep(scope, kind, kept.version(), kept.policy());
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    void discard(OrganizationScope scope, @PathVariable String kind) {
        policies.discard(scope, kind);
    }

    /** How a version differs from another, or from the draft. */
    @GetMapping("/difference")
    @Requires({Permission.APPROVAL_POLICY_MANAGE, Permission.LEDGER_READ})
    List<PolicyDifference> difference(
            OrganizationScope scope,
            @PathVariable String kind,
            @RequestParam int from,
            @RequestParam(required = false) @Nullable Integer to) {
        return policies.difference(scope, kind, from, to);
    }

    /** What is wrong with a policy. */
    @PostMapping("/lint")
    @BodyLimit(LARGEST)
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    List<PolicyFinding> lint(OrganizationScope scope, @PathVariable String kind, @RequestBody Policy policy) {
        return policies.lint(scope, kind, policy);
    }

    /** Who would decide a request, and why. */
    @PostMapping("/explain")
    @BodyLimit(LARGEST)
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    Explanation explain(OrganizationScope scope, @PathVariable String kind, @RequestBody ExplainedCase asked) {
        return policies.explain(scope, kind, asked.policy(), asked.request(), asked.example());
    }

    /** What the requests of the last 90 days would have become; tells at most 200 of them. */
    @PostMapping("/replay")
    @BodyLimit(LARGEST)
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    ReplayReport replay(OrganizationScope scope, @PathVariable String kind, @RequestBody TriedPolicy tried) {
        return policies.replay(scope, kind, tried.policy(), MOST_TOLD);
    }

    /** Puts the draft into force. */
    @PostMapping("/publish")
    @FreshFactor
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    PolicyView publish(OrganizationScope scope, @PathVariable String kind, @RequestBody PublishedDraft published) {
        return policies.publish(scope, kind, published.draft());
    }
}
