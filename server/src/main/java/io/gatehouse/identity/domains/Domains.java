package io.gatehouse.identity.domains;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.people.WholeAdministration;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Looks after the mail domains of organizations. A proven one belongs to one organization, and decides whom its identity
 * providers may speak for.
 */
@Service
public final class Domains {

    private static final int MOST_DOMAINS = 100;
    private static final int MOST_WAITING = 500;

    private final Transactions transactions;
    private final DomainStore store;
    private final TextRecords records;
    private final PublicMailDomains publicDomains;
    private final WholeAdministration administration;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Domains(
            Transactions transactions,
            DomainStore store,
            TextRecords records,
            PublicMailDomains publicDomains,
            WholeAdministration administration,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.records = records;
        this.publicDomains = publicDomains;
        this.administration = administration;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** Whose people have such e-mail addresses; empty when nobody proved it. */
    public Optional<OrganizationId> owner(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1);
        return transactions.installation(() -> store.owner(domain));
    }

    /** Whether the organization has proven any domain. */
    public boolean anyVerified(OrganizationScope scope) {
        return list(scope).stream().anyMatch(Domain::isVerified);
    }

    List<Domain> list(OrganizationScope scope) {
        return transactions.read(scope, () -> store.list(scope));
    }

    Domain claim(Caller caller, String text) {
        administration.require(caller);
        OrganizationScope scope = caller.scope();
        String name = DomainName.of(text);
        if (publicDomains.contains(name)) {
            throw ProblemException.invalid("name", "must be your own: under " + name + " anybody gets a mailbox");
        }
        return transactions.write(scope, () -> {
            if (store.list(scope).size() >= MOST_DOMAINS) {
                throw CommonProblem.CONFLICT.because("An organization has at most " + MOST_DOMAINS + " domains");
            }
            if (!store.insert(scope, name, LinkToken.next().text(), clock.instant())) {
                throw CommonProblem.CONFLICT.because(name + " is claimed already");
            }
            ledger.append(scope, entry("domain.claim", name));
            return required(scope, name);
        });
    }

    /** Looks for the record in the DNS, now. */
    Domain check(Caller caller, String name) {
        administration.require(caller);
        OrganizationScope scope = caller.scope();
        Domain claimed = transactions.read(scope, () -> required(scope, name));
        if (look(scope, claimed).finding() == null && !claimed.isVerified()) {
            verify(scope, name, Domain.Proof.DNS, null);
        }
        return transactions.read(scope, () -> required(scope, name));
    }

    private DomainStore.Checked look(OrganizationScope scope, Domain claimed) {
        DomainStore.Checked found = lookUp(claimed);
        transactions.write(scope, () -> store.checked(scope, claimed.name(), found, clock.instant()));
        return found;
    }

    /** Looks whether the record is still there; one that has been gone for too long proves nothing any more. */
    void lookAgain(OrganizationScope scope, String name) {
        Optional<Domain> proven = transactions.read(scope, () -> store.find(scope, name));
        if (proven.isEmpty() || !look(scope, proven.get()).missing()) {
            return;
        }
        boolean lapsed = transactions.write(scope, () -> {
            boolean over = store.lapse(scope, name, clock.instant().minus(Domain.GRACE));
            if (over) {
                ledger.append(scope, entry("domain.lapse", name).change(Map.of("by", Domain.Proof.DNS.name()), null));
            }
            return over;
        });
        if (lapsed) {
            signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        }
    }

    /** Proven domains whose record is gone. */
    public List<Lapsing> lapsing() {
        return transactions.installation(store::lapsing);
    }

    /**
     * A proven domain whose record is gone.
     *
     * @param endsAt when it counts as proven no longer
     */
    public record Lapsing(OrganizationId organization, String name, Instant endsAt) {}

    void remove(Caller caller, String name) {
        administration.require(caller);
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            Domain removed = required(scope, name);
            store.delete(scope, name);
            ledger.append(scope, entry("domain.remove", name).change(Map.of("verified", removed.isVerified()), null));
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    /** Claims of all organizations that wait for a proof. */
    List<DomainStore.Claim> waiting() {
        return transactions.installation(() -> store.waiting(MOST_WAITING));
    }

    /** An operator knows that the domain is the organization's. */
    void confirm(OrganizationScope scope, String name, String reason) {
        transactions.read(scope, () -> required(scope, name));
        verify(scope, name, Domain.Proof.OPERATOR, reason);
    }

    private void verify(OrganizationScope scope, String name, Domain.Proof proof, @Nullable String reason) {
        try {
            transactions.write(scope, () -> {
                store.verify(scope, name, proof, clock.instant());
                ledger.append(
                        scope, entry("domain.verify", name).because(reason).change(null, Map.of("by", proof.name())));
            });
        } catch (DuplicateKeyException e) {
            throw CommonProblem.CONFLICT.because(
                    "Another organization has proven " + name + " already: ask whoever operates this installation");
        }
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private DomainStore.Checked lookUp(Domain claimed) {
        try {
            List<String> found = records.of(claimed.recordName());
            return found.contains(claimed.recordValue())
                    ? new DomainStore.Checked(null, false)
                    : new DomainStore.Checked(wrong(claimed, found), true);
        } catch (IOException e) {
            return new DomainStore.Checked(
                    "The name server gave no answer for " + claimed.recordName() + ": try again later", false);
        }
    }

    private static String wrong(Domain claimed, List<String> found) {
        return found.isEmpty()
                ? "There is no TXT record under " + claimed.recordName() + " yet; a new one can take some minutes"
                : "The TXT record under " + claimed.recordName() + " says something else";
    }

    private Domain required(OrganizationScope scope, String name) {
        return store.find(scope, name)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("The organization claims no such domain"));
    }

    private static NewEntry entry(String action, String name) {
        return NewEntry.of(action, "domain", name, name);
    }
}
