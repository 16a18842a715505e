package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.engagements.EngagementBooks.Change;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Whoever is engaged already breaks the glass: the emergency level for a short time, told to everybody concerned. */
@Service
final class OwnEmergencies {

    private final Transactions transactions;
    private final EngagementStore store;
    private final Engagements engagements;
    private final Expiries expiries;
    private final EngagementBooks books;
    private final Persons persons;
    private final EngagementSettings settings;
    private final Clock clock;

    OwnEmergencies(
            Transactions transactions,
            EngagementStore store,
            Engagements engagements,
            Expiries expiries,
            EngagementBooks books,
            Persons persons,
            EngagementSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.engagements = engagements;
        this.expiries = expiries;
        this.books = books;
        this.persons = persons;
        this.settings = settings;
        this.clock = clock;
    }

    /** Raises the caller's own engagement with the customer that they act in. */
    void begin(Caller caller, Duration duration, String reason) {
        if (!duration.isPositive() || duration.compareTo(settings.longestOwnEmergency()) > 0) {
            throw invalid("must be 1 to " + settings.longestOwnEmergency().toMinutes());
        }
        change(caller, open -> {
            if (open.level() == EngagementLevel.EMERGENCY) {
                throw CommonProblem.CONFLICT.because("You hold the emergency level already");
            }
            Instant now = clock.instant();
            PersonRef self = persons.find(caller.person()).orElseThrow();
            Terms terms = new Terms(EngagementLevel.EMERGENCY, now.plus(duration), reason);
            var parties = new Engagement.Parties(open.providerId(), open.customerId(), open.customerName(), self);
            return engagements.give(Engagement.begin(parties, terms, self, now, open), open);
        });
    }

    /** Ends the caller's emergency before its time; what it replaced holds again. */
    void end(Caller caller) {
        change(caller, open -> {
            if (open.level() != EngagementLevel.EMERGENCY) {
                throw CommonProblem.CONFLICT.because("You do not hold the emergency level");
            }
            Instant now = clock.instant();
            store.end(open, now, EndCause.BY_THEMSELVES, caller.person().value(), null);
            return new Change(
                    "engagement.end", open, expiries.fallBack(open, now, now).orElse(null), null);
        });
    }

    private interface Step {
        Change of(Engagement open);
    }

    private void change(Caller caller, Step step) {
        OrganizationScope scope = caller.scope();
        transactions.<Boolean>installation(scope, () -> {
            Engagement found = own(caller);
            engagements.lock(found.providerId());
            books.tell(scope.actor(), List.of(step.of(own(caller))));
            return true;
        });
    }

    private Engagement own(Caller caller) {
        return store.openOf(caller.scope().organization(), caller.person())
                .orElseThrow(() -> CommonProblem.CONFLICT.because("You are not engaged here"));
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "The emergency cannot begin",
                List.of(new ProblemException.FieldError("minutes", message)));
    }
}
