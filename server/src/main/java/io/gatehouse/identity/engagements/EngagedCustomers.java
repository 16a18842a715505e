package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Belongings;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customers of somebody who leaves the provider, or is suspended there. */
@Component
final class EngagedCustomers implements Belongings {

    private final EngagementStore store;
    private final Engagements engagements;
    private final HandOvers handOvers;
    private final EngagementBooks books;

    EngagedCustomers(EngagementStore store, Engagements engagements, HandOvers handOvers, EngagementBooks books) {
        this.store = store;
        this.engagements = engagements;
        this.handOvers = handOvers;
        this.books = books;
    }

    @Override
    public Kind kind() {
        return Kind.ENGAGEMENT;
    }

    @Override
    public long count(OrganizationScope scope, PersonId person) {
        return store.open(scope.organization(), person).size();
    }

    @Override
    public void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor) {
        if (successor != null) {
            handOvers.run(scope, new HandOvers.Order(person, successor, "Left the provider", null));
        }
        end(scope, person, EndCause.LEFT);
    }

    @Override
    public void suspend(OrganizationScope scope, PersonId person) {
        end(scope, person, EndCause.SUSPENDED);
    }

    private void end(OrganizationScope provider, PersonId person, EndCause cause) {
        if (store.open(provider.organization(), person).isEmpty()) {
            return;
        }
        engagements.lock(provider.organization());
        books.tell(
                provider.actor(),
                store.open(provider.organization(), person).stream()
                        .map(engagement -> engagements.end(
                                engagement, cause, provider.actor().id(), null))
                        .toList());
    }
}
