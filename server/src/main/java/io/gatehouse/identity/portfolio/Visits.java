package io.gatehouse.identity.portfolio;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Notes when people of providers were last at their customers. */
@Service
public final class Visits {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final int MOST_AT_ONCE = 10_000;

    private record Visitor(OrganizationId customer, PersonId person) {}

    private final Transactions transactions;
    private final VisitStore store;
    private final Clock clock;
    private final Cache<Visitor, Instant> noted =
            Caffeine.newBuilder().maximumSize(MOST_AT_ONCE).build();

    Visits(Transactions transactions, VisitStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** Whoever acts so is there now, if by an engagement; written now and then, so that requests stay cheap. */
    public void note(Membership membership) {
        membership.engagement().ifPresent(engagement -> {
            Visitor visitor =
                    new Visitor(membership.organization(), membership.person().id());
            Instant now = clock.instant();
            Instant before = noted.getIfPresent(visitor);
            if (before == null || before.plus(NOTED_EVERY).isBefore(now)) {
                transactions.write(
                        membership.scope(),
                        () -> store.note(membership.scope(), engagement.provider(), visitor.person(), now));
                noted.put(visitor, now);
            }
        });
    }
}
