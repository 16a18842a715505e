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
 * @param subject as in {@link NewRequest}
 * @param closedAt when it was decided or withdrawn
 * @param result what the {@link Executor} made of it, null unless approved
 * @param decisions oldest first
 */
public record RequestView(
        RequestId id,
        long number,
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
        List<DecisionView> decisions) {

    /** The decision that closed the request, null while it is open or when it was withdrawn. */
    public @Nullable DecisionView deciding() {
        return state == RequestState.APPROVED || state == RequestState.REJECTED ? decisions.getLast() : null;
    }
}
