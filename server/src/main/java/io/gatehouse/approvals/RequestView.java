package io.gatehouse.approvals;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it stands.
 *
 * @param number counts from 1 in each organization
 * @param version of its content, from 1
 * @param subject as in {@link NewRequest}
 * @param closedAt when it was decided or withdrawn
 * @param result what the {@link Executor} made of it, null unless approved
 * @param path its stages, in the order of the policy
 * @param decisions oldest first
 */
public record RequestView(
        RequestId id,
        long number,
        int version,
        RequestState state,
        String kind,
        String subjectKey,
        String title,
        PersonId requester,
        String requesterName,
        Map<String, String> subject,
        String justification,
        ContentHash contentHash,
        Instant submittedAt,
        @Nullable Instant closedAt,
        @Nullable String result,
        List<StageView> path,
        List<DecisionView> decisions) {

    /** The decision that closed the request, null while it is open and when it ended without one. */
    public @Nullable DecisionView deciding() {
        return switch (state) {
            case APPROVED, RATIFIED -> last(Outcome.APPROVED);
            case REJECTED, REPUDIATED -> last(Outcome.REJECTED);
            case IN_REVIEW, CHANGES_REQUESTED, POST_REVIEW, EXPIRED, WITHDRAWN -> null;
        };
    }

    /** On what terms those who approved agree; empty when nobody has. */
    public Map<String, String> terms() {
        DecisionView approving = last(Outcome.APPROVED);
        return approving == null ? Map.of() : approving.terms();
    }

    private @Nullable DecisionView last(Outcome outcome) {
        return decisions.stream()
                .filter(made -> made.counts() && made.outcome() == outcome)
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
