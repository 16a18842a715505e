package io.gatehouse.identity.profiles;

import io.gatehouse.identity.Belongings;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people who report to somebody who leaves. */
@Component
final class Reports implements Belongings {

    private final ProfileStore store;

    Reports(ProfileStore store) {
        this.store = store;
    }

    @Override
    public Kind kind() {
        return Kind.REPORT;
    }

    @Override
    public long count(OrganizationScope scope, PersonId person) {
        return store.reports(scope, person);
    }

    @Override
    public void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor) {
        store.lock(scope);
        if (successor != null && standsBelow(scope, successor, person)) {
            store.lift(scope, successor, person);
        }
        store.moveReports(scope, person, successor);
    }

    /** Whether one reports to the other, directly or not: the line would become a circle. */
    private boolean standsBelow(OrganizationScope scope, PersonId person, PersonId manager) {
        return store.line(scope, person).stream().anyMatch(above -> above.id().equals(manager));
    }
}
