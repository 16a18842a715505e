package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one approver decided; immutable.
 *
 * @param round of the request in which it was made
 * @param stage id of the stage
 * @param group that it counts for
 * @param person who decided
 * @param member for whom: the person themselves, or who delegated to them
 * @param delegations from the member to the person, in this order
 * @param delegatedUntil when the first of them ends; null without any
 * @param authority by which right
 * @param weight of the member's seat when the stage began, 0 for who joined later
 * @param content what the approver saw
 * @param means null for decisions of before this was kept
 * @param terms what the approver chose; empty unless they approved
 * @param comment never null for a refusal or a question
 */
public record Decision(
        UUID id,
        int round,
        String stage,
        String group,
        Outcome outcome,
        PersonId person,
        String personName,
        PersonId member,
        String memberName,
        List<UUID> delegations,
        @Nullable Instant delegatedUntil,
        String authority,
        int weight,
        ContentHash content,
        @Nullable Means means,
        Map<String, String> terms,
        @Nullable String comment,
        Instant at) {

    /** Takes copies. */
    public Decision {
        delegations = List.copyOf(delegations);
        terms = Map.copyOf(terms);
    }

    /** Whether it is the word of this human, spoken by them or in their place. */
    boolean speaksOf(PersonId human) {
        return person.equals(human) || member.equals(human);
    }

    /** Whether it fills a place, which a question does not. */
    boolean counts() {
        return outcome != Outcome.RETURNED;
    }
}
