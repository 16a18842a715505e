package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a change does, or would do, to one cell.
 *
 * @param refusal why nothing happens, for {@link Effect#REFUSED}
 * @param before the level held until now
 * @param beforeExpiresAt until when it would have been held
 */
record Outcome(
        PersonId personId,
        OrganizationId customerId,
        Effect effect,
        @Nullable Refusal refusal,
        @Nullable EngagementLevel before,
        @Nullable Instant beforeExpiresAt) {

    /** What becomes of the cell. */
    enum Effect {
        BEGUN,
        CHANGED,
        ENDED,
        UNCHANGED,
        REFUSED
    }

    /** Why a cell stays as it is. */
    enum Refusal {
        /** Nobody engages themselves. */
        ONESELF,
        NOT_A_CUSTOMER,
        /** Not an active member of the provider. */
        NOT_A_MEMBER,
        /** The person could do there what the giver may not do. */
        MORE_THAN_YOURS,
        /** The person who takes over has a level of their own there, which stays. */
        HAS_OWN,
        /** It is one person's, with nothing that could go on without it. */
        EMERGENCY
    }

    static Outcome refused(Cell cell, Refusal why) {
        return new Outcome(cell.personId(), cell.customerId(), Effect.REFUSED, why, null, null);
    }

    static Outcome of(Cell cell, Effect effect, @Nullable Engagement before) {
        return new Outcome(
                cell.personId(),
                cell.customerId(),
                effect,
                null,
                before == null ? null : before.level(),
                before == null ? null : before.expiresAt());
    }

    boolean changesSomething() {
        return effect != Effect.UNCHANGED && effect != Effect.REFUSED;
    }
}
