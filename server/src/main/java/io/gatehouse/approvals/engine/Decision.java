package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one approver decided; immutable.
 *
 * @param stage position of the stage
 * @param place that it filled
 * @param authority by which right
 * @param content what the approver saw
 * @param terms what the approver chose, empty for a refusal
 */
public record Decision(
        UUID id,
        int stage,
        int place,
        Outcome outcome,
        PersonId person,
        String personName,
        String authority,
        ContentHash content,
        Map<String, String> terms,
        @Nullable String comment,
        Instant at) {

    /** Takes a copy of the terms. */
    public Decision {
        terms = Map.copyOf(terms);
    }
}
