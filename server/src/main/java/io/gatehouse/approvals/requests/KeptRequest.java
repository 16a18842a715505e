package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is kept: what the engine knows of it, and what surrounds that.
 *
 * @param policyVersion under which it was submitted; 0 is the default
 * @param result what the door made of it
 */
record KeptRequest(
        Request request,
        long number,
        NewRequest asked,
        String requesterName,
        int policyVersion,
        Routing routing,
        @Nullable String result) {

    /**
     * Why a request takes its path.
     *
     * @param route of the policy, by name; null for the path of all others
     * @param reason in one sentence
     * @param facts what was known when it was routed
     */
    record Routing(@Nullable String route, String reason, Map<String, Object> facts) {

        Routing because(String other) {
            return new Routing(route, other, facts);
        }
    }

    KeptRequest with(Routing next) {
        return new KeptRequest(request, number, asked, requesterName, policyVersion, next, result);
    }

    RequestId id() {
        return request.ask().id();
    }

    KeptRequest with(Request next) {
        return new KeptRequest(next, number, asked, requesterName, policyVersion, routing, result);
    }

    KeptRequest with(NewRequest next) {
        return new KeptRequest(request, number, next, requesterName, policyVersion, routing, result);
    }

    KeptRequest withResult(String made) {
        return new KeptRequest(request, number, asked, requesterName, policyVersion, routing, made);
    }

    /** When it ends if nobody decides. */
    Instant expiresAt() {
        return request.ask().at().plus(request.path().expiry());
    }

    /** What was stored must be what was hashed, else no decision may be bound to it. */
    KeptRequest intact() {
        if (!Documents.hash(asked, request.ask().requester())
                .equals(request.content().hash())) {
            throw new IllegalStateException("The content of request " + id() + " does not have its hash");
        }
        return this;
    }

    RequestView view() {
        return new RequestView(
                id(),
                number,
                request.content().version(),
                request.state(),
                asked.kind(),
                asked.subjectKey(),
                asked.title(),
                request.ask().requester(),
                requesterName,
                asked.subject(),
                asked.justification().text(),
                request.content().hash(),
                request.ask().at(),
                request.closedAt(),
                result,
                Stages.of(request),
                request.decisions().stream().map(this::view).toList());
    }

    private DecisionView view(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.stage(),
                request.stage(decision.stage())
                        .map(Stage::plan)
                        .map(plan -> plan.name())
                        .orElse(decision.stage()),
                decision.group(),
                decision.outcome(),
                decision.person(),
                decision.personName(),
                decision.member(),
                decision.memberName(),
                decision.delegatedUntil(),
                decision.authority(),
                decision.content(),
                decision.means(),
                decision.terms(),
                decision.comment(),
                decision.at(),
                request.standing().contains(decision));
    }
}
