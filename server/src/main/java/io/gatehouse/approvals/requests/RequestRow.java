package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of {@code approvals.request}. */
record RequestRow(
        RequestId id,
        long number,
        RequestState state,
        NewRequest asked,
        PersonId requester,
        String requesterName,
        ContentHash contentHash,
        int policyVersion,
        Policy policy,
        Instant submittedAt,
        @Nullable Instant closedAt,
        @Nullable String result) {

    Request request(List<Stage> stages, List<Decision> decisions) {
        return new Request(id, state, requester, contentHash, policy, stages, decisions, closedAt);
    }

    RequestRow after(Request request) {
        return with(request.state(), request.closedAt(), null);
    }

    RequestRow withResult(String made) {
        return with(state, closedAt, made);
    }

    private RequestRow with(RequestState next, @Nullable Instant end, @Nullable String made) {
        return new RequestRow(
                id,
                number,
                next,
                asked,
                requester,
                requesterName,
                contentHash,
                policyVersion,
                policy,
                submittedAt,
                end,
                made);
    }

    /** What was stored must be what was hashed, else no decision may be bound to it. */
    RequestRow intact() {
        if (!Documents.hash(asked, requester).equals(contentHash)) {
            throw new IllegalStateException("The content of request " + id + " does not have its hash");
        }
        return this;
    }

    RequestView view(List<Decision> decisions) {
        Statement justification = asked.justification();
        return new RequestView(
                id,
                number,
                state,
                asked.kind(),
                asked.subjectKey(),
                asked.title(),
                requester,
                requesterName,
                asked.subject(),
                justification.text(),
                contentHash,
                submittedAt,
                closedAt,
                result,
                decisions.stream().map(RequestRow::view).toList());
    }

    private static DecisionView view(Decision decision) {
        return new DecisionView(
                decision.id(),
                decision.stage(),
                decision.outcome(),
                decision.person(),
                decision.personName(),
                decision.authority(),
                decision.content(),
                decision.terms(),
                decision.comment(),
                decision.at());
    }
}
