package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.Route;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.approvals.routing.Flaw;
import io.gatehouse.approvals.routing.Router;
import io.gatehouse.kernel.OrganizationScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what would keep a policy from working, before a request finds it. */
@Component
final class Linter {

    private final Router router;
    private final GroupLinter groups;

    Linter(Router router, GroupLinter groups) {
        this.router = router;
        this.groups = groups;
    }

    List<PolicyFinding> lint(OrganizationScope scope, String kind, Policy policy) {
        List<PolicyFinding> findings = new ArrayList<>();
        SourceLinter known = groups.known(scope);
        routes(kind, policy.routes(), findings);
        policy.routes().forEach(route -> path(kind, route.name(), route.path(), known, findings));
        path(kind, null, policy.otherwise(), known, findings);
        return findings;
    }

    private void routes(String kind, List<Route> routes, List<PolicyFinding> findings) {
        Set<String> seen = new HashSet<>();
        String always = null;
        for (Route route : routes) {
            if (isSound(kind, route.name(), null, route.when(), findings)) {
                Boolean value = router.constant(kind, route.when()).orElse(null);
                if (always != null) {
                    unreachable(route, "All requests take the route " + always + " before it", findings);
                } else if (!seen.add(route.when().strip())) {
                    unreachable(route, "A route before it has the same condition", findings);
                } else if (Boolean.FALSE.equals(value)) {
                    unreachable(route, "Its condition is never true", findings);
                } else if (Boolean.TRUE.equals(value)) {
                    always = route.name();
                }
            }
        }
    }

    private static void unreachable(Route route, String why, List<PolicyFinding> findings) {
        findings.add(new PolicyFinding(
                PolicyFinding.Kind.UNREACHABLE_ROUTE, true, route.name(), null, null, why, null, null));
    }

    private boolean isSound(
            String kind,
            @Nullable String route,
            @Nullable String stage,
            String condition,
            List<PolicyFinding> findings) {
        List<Flaw> flaws = router.flaws(kind, condition);
        flaws.forEach(flaw -> findings.add(new PolicyFinding(
                PolicyFinding.Kind.BROKEN_CONDITION,
                true,
                route,
                stage,
                null,
                flaw.message(),
                flaw.line(),
                flaw.column())));
        return flaws.isEmpty();
    }

    private void path(
            String kind, @Nullable String route, Path path, SourceLinter known, List<PolicyFinding> findings) {
        boolean asks = false;
        for (StagePlan stage : path.stages()) {
            String when = stage.when();
            if (when == null) {
                asks = true;
            } else if (isSound(kind, route, stage.id(), when, findings)) {
                Boolean value = router.constant(kind, when).orElse(null);
                asks |= !Boolean.FALSE.equals(value);
                if (Boolean.FALSE.equals(value)) {
                    findings.add(new PolicyFinding(
                            PolicyFinding.Kind.UNREACHABLE_STAGE,
                            true,
                            route,
                            stage.id(),
                            null,
                            "Its condition is never true, so nobody is ever asked",
                            null,
                            null));
                }
            } else {
                asks = true;
            }
        }
        if (!asks) {
            findings.add(new PolicyFinding(
                    PolicyFinding.Kind.UNREACHABLE_STAGE,
                    true,
                    route,
                    null,
                    null,
                    "Every stage is left out",
                    null,
                    null));
        }
        groups.path(route, path, known, findings);
    }
}
