package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.engagements.EngagementBooks.Change;
import io.gatehouse.kernel.OrganizationId;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of which every change consists: one row ends, perhaps another begins. In the caller's open transaction. */
@Component
final class Engagements {

    private final EngagementStore store;
    private final EmergencyNotices notices;
    private final Expiries expiries;
    private final Clock clock;

    Engagements(EngagementStore store, EmergencyNotices notices, Expiries expiries, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.expiries = expiries;
        this.clock = clock;
    }

    /** Lets no other change of the provider's engagements happen meanwhile, and takes what is over out of the way. */
    void lock(OrganizationId provider) {
        expiries.settle(provider);
    }

    /**
     * Begins, or changes what is in force.
     *
     * @param before what is in force; null for nothing
     */
    Change give(Engagement wanted, @Nullable Engagement before) {
        if (before != null) {
            store.end(before, wanted.startsAt(), EndCause.CHANGED, id(wanted.givenBy()), wanted.reason());
        }
        store.insert(wanted);
        if (wanted.level() == EngagementLevel.EMERGENCY) {
            notices.send(wanted);
        }
        return new Change(before == null ? "engagement.begin" : "engagement.change", before, wanted, wanted.reason());
    }

    /** Ends it for good: nothing that an emergency replaced comes back. */
    Change end(Engagement engagement, EndCause cause, @Nullable UUID by, @Nullable String reason) {
        store.end(engagement, clock.instant(), cause, by, reason);
        return new Change("engagement.end", engagement, null, reason);
    }

    private static @Nullable UUID id(@Nullable PersonRef person) {
        return person == null ? null : person.id().value();
    }
}
