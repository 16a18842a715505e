package io.gatehouse.identity.activity;

import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps what people do to come in and what is refused to them. Nobody's password or code is ever part of it. */
@Service
public final class ActivityLog {

    private final Transactions transactions;
    private final ActivityStore store;
    private final RefusalQueue refusals;
    private final Clock clock;

    ActivityLog(Transactions transactions, ActivityStore store, RefusalQueue refusals, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Somebody came in so. Through an organization's provider, that is a matter of those alone whom it lets them reach. */
    public void signedIn(PersonId person, Proven proven) {
        keep(Happening.once(person, proven.through(), ActivityKind.SIGNED_IN, proven.factors(), clock.instant()));
    }

    /** Somebody signed out. */
    public void signedOut(SignedIn session) {
        keep(Happening.once(
                session.person(), session.proven().through(), ActivityKind.SIGNED_OUT, Set.of(), clock.instant()));
    }

    /**
     * What was shown as this factor of the person was wrong. Kept later, so that it costs the answer no time.
     *
     * @param through whose identity provider vouches for the person already; null when none does
     */
    public void signInRefused(PersonId person, @Nullable OrganizationId through, Factor factor) {
        refusals.add(Happening.refusedFactor(person, through, factor, clock.instant()));
    }

    /** The person lacked permissions of which one was needed. Kept later, so that it costs the answer no time. */
    public void permissionRefused(PersonId person, OrganizationId organization, String needed) {
        refusals.add(Happening.missingPermission(person, organization, needed, clock.instant()));
    }

    private void keep(Happening happening) {
        transactions.<Boolean>installation(() -> {
            store.insert(happening);
            return true;
        });
    }
}
