package io.gatehouse.approvals;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it was made; never changed.
 *
 * @param stage which step of the policy it belongs to, from 0
 * @param personName as they were called then
 * @param authority by which right, for instance {@code permission:request.decide}
 * @param contentHash what they saw
 * @param terms what they chose; empty for a refusal
 * @param comment what they said; never null for a refusal
 */
public record DecisionView(
        UUID id,
        int stage,
        Outcome outcome,
        PersonId person,
        String personName,
        String authority,
        ContentHash contentHash,
        Map<String, String> terms,
        @Nullable String comment,
        Instant at) {}
