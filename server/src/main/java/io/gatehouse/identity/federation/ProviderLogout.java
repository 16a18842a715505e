package io.gatehouse.identity.federation;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.session.OpenSessions;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Ends sessions at the wish of the provider that opened them, and no others. */
@Service
public final class ProviderLogout {

    private final Transactions transactions;
    private final ExternalIdentityStore identities;
    private final Persons persons;
    private final OpenSessions sessions;
    private final LogoutHints hints;
    private final Ledger ledger;

    ProviderLogout(
            Transactions transactions,
            ExternalIdentityStore identities,
            Persons persons,
            OpenSessions sessions,
            LogoutHints hints,
            Ledger ledger) {
        this.transactions = transactions;
        this.identities = identities;
        this.persons = persons;
        this.sessions = sessions;
        this.hints = hints;
        this.ledger = ledger;
    }

    /**
     * Ends those of a subject.
     *
     * @param wanted by what the kind gave with the proof that opened the session
     */
    public void end(IdentityProvider provider, String subject, Predicate<String> wanted) {
        transactions
                .installation(() -> identities.person(provider, subject))
                .flatMap(persons::find)
                .ifPresent(person -> end(provider, person, wanted));
    }

    private void end(IdentityProvider provider, PersonRef person, Predicate<String> wanted) {
        int ended = sessions.endProven(
                person.id(),
                proven -> isThrough(provider, proven)
                        && hints.of(provider, proven).filter(wanted).isPresent());
        if (ended > 0) {
            OrganizationScope scope = OrganizationScope.system(provider.organization());
            transactions.write(
                    scope,
                    () -> ledger.append(
                            scope,
                            NewEntry.ofPerson("person.sign-out", person.id(), person.displayName())
                                    .change(null, Map.of("provider", provider.name(), "sessions", ended))));
        }
    }

    static boolean isThrough(IdentityProvider provider, Proven proven) {
        return provider.id().equals(proven.provider());
    }
}
