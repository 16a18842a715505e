package io.gatehouse.approvals;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it was made; never changed.
 *
 * @param stageId within the path that the request took then
 * @param stage as the policy calls it
 * @param group of the stage for which it counts
 * @param personName as they were called then
 * @param member for whom they decided: themselves, or who delegated to them
 * @param delegatedUntil when the delegation ends by which they decided for another; null for their own right
 * @param authority by which right, for instance {@code permission:request.decide}
 * @param contentHash what they saw
 * @param means null for decisions of before this was kept
 * @param terms what they chose; empty unless they approved
 * @param comment what they said; never null for a refusal or a question
 * @param counts whether it counts still: neither lapsed by an edit or a lost right, nor a mere question
 */
public record DecisionView(
        UUID id,
        String stageId,
        String stage,
        String group,
        Outcome outcome,
        PersonId person,
        String personName,
        PersonId member,
        String memberName,
        @Nullable Instant delegatedUntil,
        String authority,
        ContentHash contentHash,
        @Nullable Means means,
        Map<String, String> terms,
        @Nullable String comment,
        Instant at,
        boolean counts) {}
