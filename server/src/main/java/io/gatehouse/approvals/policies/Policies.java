package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Fact;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.PolicyView;
import io.gatehouse.approvals.routing.Router;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes, tries and publishes policies. */
@Component
final class Policies {

    private static final int MOST_NAMES = 1_000;

    private final Transactions transactions;
    private final PolicyStore store;
    private final PolicyHistory history;
    private final Staff staff;
    private final ApproverNames names;
    private final Router router;
    private final Linter linter;
    private final Explainer explainer;
    private final Replay replay;
    private final Ledger ledger;
    private final Clock clock;

    Policies(
            Transactions transactions,
            PolicyStore store,
            PolicyHistory history,
            Staff staff,
            ApproverNames names,
            Router router,
            Linter linter,
            Explainer explainer,
            Replay replay,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.history = history;
        this.staff = staff;
        this.names = names;
        this.router = router;
        this.linter = linter;
        this.explainer = explainer;
        this.replay = replay;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<PolicyVersion> versions(OrganizationScope scope, String kind) {
        return transactions.read(scope, () -> history.versions(scope, known(kind)));
    }

    PolicyView version(OrganizationScope scope, String kind, int version) {
        return transactions.read(
                scope, () -> store.published(scope, known(kind), version).orElseThrow(Policies::missing));
    }

    List<NamedApprover> approvers(OrganizationScope scope, String kind, String text) {
        known(kind);
        return transactions.read(scope, () -> names.find(scope, text));
    }

    List<NamedApprover> named(OrganizationScope scope, String kind, Set<UUID> ids) {
        known(kind);
        if (ids.size() > MOST_NAMES) {
            throw ProblemException.invalid("ids", "must be at most " + MOST_NAMES);
        }
        return transactions.read(scope, () -> names.named(scope, ids));
    }

    List<Fact> facts(String kind) {
        return router.facts(known(kind));
    }

    Optional<PolicyDraft> draft(OrganizationScope scope, String kind) {
        return transactions.read(scope, () -> store.draft(scope, known(kind)));
    }

    PolicyDraft keep(OrganizationScope scope, String kind, int before, Policy policy) {
        return transactions.write(scope, () -> {
            if (!store.keep(scope, known(kind), before, policy, now())) {
                throw changed();
            }
            PolicyDraft kept = store.draft(scope, kind).orElseThrow(Policies::missing);
            ledger.append(
                    scope,
                    NewEntry.of("policy.draft", "policy", kind, policy.name())
                            .change(null, Map.of("draft", kept.version(), "document", PolicyJson.write(policy))));
            return kept;
        });
    }

    void discard(OrganizationScope scope, String kind) {
        transactions.write(scope, () -> {
            PolicyDraft draft = store.draft(scope, known(kind)).orElseThrow(Policies::missing);
            store.discard(scope, kind);
            ledger.append(
                    scope,
                    NewEntry.of("policy.discard", "policy", kind, draft.policy().name())
                            .change(Map.of("draft", draft.version()), null));
            return null;
        });
    }

    List<PolicyFinding> lint(OrganizationScope scope, String kind, Policy policy) {
        return transactions.read(scope, () -> linter.lint(scope, known(kind), policy));
    }

    /** Makes the draft the policy in force, for requests submitted from now on. */
    PolicyView publish(OrganizationScope scope, String kind, int expected) {
        return transactions.write(scope, () -> {
            PolicyDraft draft = store.draft(scope, known(kind)).orElseThrow(Policies::missing);
            if (draft.version() != expected) {
                throw changed();
            }
            refuseFaulty(linter.lint(scope, kind, draft.policy()));
            PolicyView before = store.inForce(scope, kind);
            int version = before.version() + 1;
            if (!store.publish(scope, kind, version, draft.policy(), now())) {
                throw changed();
            }
            store.discard(scope, kind);
            PolicyView after = store.inForce(scope, kind);
            ledger.append(
                    scope,
                    NewEntry.of("policy.publish", "policy", kind, draft.policy().name())
                            .change(fields(before), fields(after)));
            return after;
        });
    }

    private static Map<String, @Nullable Object> fields(PolicyView policy) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("version", policy.version());
        fields.put("document", PolicyJson.write(policy.policy()));
        return fields;
    }

    private static void refuseFaulty(List<PolicyFinding> findings) {
        List<PolicyFinding> blocking =
                findings.stream().filter(PolicyFinding::blocks).toList();
        if (!blocking.isEmpty()) {
            throw ApprovalProblem.POLICY_INVALID.because(
                    blocking.stream().limit(5).map(PolicyFinding::message).collect(Collectors.joining("; ")));
        }
    }

    Explanation explain(
            OrganizationScope scope,
            String kind,
            @Nullable Policy policy,
            @Nullable RequestId request,
            Explainer.@Nullable ExampleRequest example) {
        return transactions.read(scope, () -> {
            Policy tried = sound(scope, known(kind), policy);
            if (request != null && example == null) {
                return explainer.of(scope, kind, tried, request);
            }
            if (example != null && request == null) {
                return explainer.of(scope, kind, tried, example);
            }
            throw CommonProblem.INVALID.because("Give either a request or an example");
        });
    }

    /**
     * What the requests of the last 90 days would have become.
     *
     * @param most how many of them are told
     */
    ReplayReport replay(OrganizationScope scope, String kind, @Nullable Policy policy, int most) {
        return transactions.read(scope, () -> replay.of(scope, kind, sound(scope, known(kind), policy), now(), most));
    }

    private Policy sound(OrganizationScope scope, String kind, @Nullable Policy policy) {
        if (policy == null) {
            return store.inForce(scope, kind).policy();
        }
        refuseFaulty(linter.lint(scope, kind, policy).stream()
                .filter(finding -> finding.kind() == PolicyFinding.Kind.BROKEN_CONDITION)
                .toList());
        return policy;
    }

    /**
     * How two versions differ.
     *
     * @param to null: the draft
     */
    List<PolicyDifference> difference(OrganizationScope scope, String kind, int from, @Nullable Integer to) {
        return transactions.read(
                scope,
                () -> PolicyDifference.between(
                        store.published(scope, known(kind), from)
                                .orElseThrow(Policies::missing)
                                .policy(),
                        to == null
                                ? store.draft(scope, kind)
                                        .orElseThrow(Policies::missing)
                                        .policy()
                                : store.published(scope, kind, to)
                                        .orElseThrow(Policies::missing)
                                        .policy()));
    }

    private String known(String kind) {
        if (!staff.kinds().contains(kind)) {
            throw missing();
        }
        return kind;
    }

    private static ProblemException missing() {
        return ApprovalProblem.NO_SUCH_POLICY.because("There is no such policy, version or draft here");
    }

    private static ProblemException changed() {
        return ApprovalProblem.POLICY_CHANGED.because("Somebody changed the draft meanwhile: read it again");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
