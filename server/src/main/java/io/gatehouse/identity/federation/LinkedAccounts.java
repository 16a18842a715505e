package io.gatehouse.identity.federation;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.identity.people.WholeAdministration;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.session.OpenSessions;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Shows by which accounts people come in through providers, and parts them. */
@Service
final class LinkedAccounts {

    private final Transactions transactions;
    private final LinkedAccountStore accounts;
    private final ExternalIdentityStore identities;
    private final MappedRoles roles;
    private final MemberNames members;
    private final WholeAdministration administration;
    private final Providers providers;
    private final OpenSessions sessions;
    private final Ledger ledger;
    private final Signals signals;

    LinkedAccounts(
            Transactions transactions,
            LinkedAccountStore accounts,
            ExternalIdentityStore identities,
            MappedRoles roles,
            MemberNames members,
            WholeAdministration administration,
            Providers providers,
            OpenSessions sessions,
            Ledger ledger,
            Signals signals) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.identities = identities;
        this.roles = roles;
        this.members = members;
        this.administration = administration;
        this.providers = providers;
        this.sessions = sessions;
        this.ledger = ledger;
        this.signals = signals;
    }

    /** A member's, at the organization's providers. */
    List<LinkedAccount> of(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> {
            members.required(scope, person);
            return accounts.of(person, scope.organization());
        });
    }

    /** The person's own, as far as the session reaches. */
    List<LinkedAccount> own(SignedIn asking) {
        return transactions.installation(
                () -> accounts.of(asking.person(), asking.through().orElse(null)));
    }

    /**
     * Parts a member from their account: what it gave ends, and so do sessions that it opened. The next sign-in with their
     * address links the account that it comes from.
     */
    void unlink(Caller caller, PersonId person, UUID provider) {
        administration.require(caller);
        OrganizationScope scope = caller.scope();
        IdentityProvider parted = providers
                .find(provider)
                .filter(found -> found.organization().equals(scope.organization()))
                .orElseThrow(LinkedAccounts::notFound);
        transactions.<Boolean>installation(scope, () -> {
            PersonRef member = members.required(scope, person);
            if (!identities.unlink(parted, person)) {
                throw notFound();
            }
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.unlink-identity", person, member.displayName())
                            .change(Map.of("provider", parted.name()), null));
            roles.reconsider(scope, parted, List.of(member));
            return true;
        });
        sessions.endProven(person, proven -> ProviderLogout.isThrough(parted, proven));
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private static RuntimeException notFound() {
        return CommonProblem.NOT_FOUND.because("The person has no account at such a provider of the organization");
    }
}
