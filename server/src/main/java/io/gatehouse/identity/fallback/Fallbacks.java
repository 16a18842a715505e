package io.gatehouse.identity.fallback;

import io.gatehouse.identity.ProviderBypassed;
import io.gatehouse.identity.people.Administrators;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.identity.signin.FallbackGuard;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Lets a session act for a while without the required provider: for named people, or when the server finds it gone. */
@Service
final class Fallbacks {

    private static final Duration LASTS = Duration.ofHours(1);

    private final Transactions transactions;
    private final RequiredProviderStore store;
    private final Providers providers;
    private final Reachability reachability;
    private final FallbackGuard guard;
    private final Persons persons;
    private final Administrators administrators;
    private final ApplicationEventPublisher events;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Fallbacks(
            Transactions transactions,
            RequiredProviderStore store,
            Providers providers,
            Reachability reachability,
            FallbackGuard guard,
            Persons persons,
            Administrators administrators,
            ApplicationEventPublisher events,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.providers = providers;
        this.reachability = reachability;
        this.guard = guard;
        this.persons = persons;
        this.administrators = administrators;
        this.events = events;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** Answers until when. */
    Instant begin(SignedIn session, OrganizationId organization) {
        Membership member = persons.membership(organization, session.person())
                .filter(found ->
                        session.through().isEmpty() && found.engagement().isEmpty())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such organization"));
        UUID required = transactions.installation(() -> store.required(organization));
        IdentityProvider provider =
                required == null ? null : providers.find(required).orElse(null);
        if (provider == null) {
            throw CommonProblem.CONFLICT.because("The organization requires no provider");
        }
        guard.enter(session.person(), organization);
        String why = why(session, provider);
        guard.succeeded(session.person(), organization);
        Instant ends = clock.instant().plus(LASTS);
        transactions.<Boolean>installation(member.scope(), () -> {
            store.forgetBefore(clock.instant());
            store.use(organization, session, why, ends);
            ledger.append(
                    member.scope(),
                    NewEntry.ofPerson(
                                    "person.fall-back",
                                    session.person(),
                                    member.person().displayName())
                            .change(null, Map.of("provider", provider.name(), "why", why)));
            tellAdministrators(organization);
            return true;
        });
        signals.announce(organization, Signals.Topic.PEOPLE, 1);
        return ends;
    }

    private void tellAdministrators(OrganizationId organization) {
        UUID bypass = Ids.next();
        administrators
                .of(OrganizationScope.system(organization))
                .forEach(administrator ->
                        events.publishEvent(new ProviderBypassed(organization, administrator, bypass)));
    }

    private String why(SignedIn session, IdentityProvider provider) {
        boolean named = transactions
                .installation(() -> store.fallbackPeople(provider.organization()))
                .contains(session.person());
        if (named && session.hasSecondFactor()) {
            return "BREAK_GLASS";
        }
        return switch (reachability.of(provider)) {
            case GONE -> "UNREACHABLE";
            case UNKNOWN ->
                throw CommonProblem.CONFLICT.because(
                        "This server is too busy to ask " + provider.name() + ": try again in a minute");
            case ANSWERS ->
                throw CommonProblem.CONFLICT.because(
                        named
                                ? "Sign in with your second factor to come in without " + provider.name()
                                : provider.name() + " gives answers: sign in through it");
        };
    }
}
