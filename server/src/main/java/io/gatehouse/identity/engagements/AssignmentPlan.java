package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a change does to each cell, before anything is done.
 *
 * @param caller who wants it
 * @param members active members of the provider
 * @param customers of the provider, with their names
 * @param open engagements in force
 */
record AssignmentPlan(
        Caller caller,
        Map<PersonId, Membership> members,
        Map<OrganizationId, String> customers,
        Map<Cell, Engagement> open) {

    /** What giving these terms does. */
    Outcome give(Cell cell, Terms terms) {
        Outcome.Refusal refusal = refusal(cell, terms);
        if (refusal != null) {
            return Outcome.refused(cell, refusal);
        }
        Engagement before = open.get(cell);
        if (before == null) {
            return Outcome.of(cell, Outcome.Effect.BEGUN, null);
        }
        return Outcome.of(cell, before.gives(terms) ? Outcome.Effect.UNCHANGED : Outcome.Effect.CHANGED, before);
    }

    /** What ending does. Also whoever left, and oneself, can be ended. */
    Outcome end(Cell cell) {
        if (!customers.containsKey(cell.customerId())) {
            return Outcome.refused(cell, Outcome.Refusal.NOT_A_CUSTOMER);
        }
        Engagement before = open.get(cell);
        return Outcome.of(cell, before == null ? Outcome.Effect.UNCHANGED : Outcome.Effect.ENDED, before);
    }

    private Outcome.@Nullable Refusal refusal(Cell cell, Terms terms) {
        if (!customers.containsKey(cell.customerId())) {
            return Outcome.Refusal.NOT_A_CUSTOMER;
        }
        if (caller.is(cell.personId())) {
            return Outcome.Refusal.ONESELF;
        }
        Membership member = members.get(cell.personId());
        if (member == null) {
            return Outcome.Refusal.NOT_A_MEMBER;
        }
        return caller.permissions().containsAll(terms.level().permissionsOf(member.permissions()))
                ? null
                : Outcome.Refusal.MORE_THAN_YOURS;
    }
}
