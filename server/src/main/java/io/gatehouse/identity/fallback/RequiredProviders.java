package io.gatehouse.identity.fallback;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.WholeAdministration;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.RequiresProviders;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which organizations let people in through their provider alone. */
@Service
public final class RequiredProviders implements RequiresProviders {

    private final Transactions transactions;
    private final RequiredProviderStore store;
    private final Providers providers;
    private final SecondFactors secondFactors;
    private final MemberNames members;
    private final WholeAdministration administration;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    RequiredProviders(
            Transactions transactions,
            RequiredProviderStore store,
            Providers providers,
            SecondFactors secondFactors,
            MemberNames members,
            WholeAdministration administration,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.providers = providers;
        this.secondFactors = secondFactors;
        this.members = members;
        this.administration = administration;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** Whether the session lacks the provider's word that the membership's organization requires. */
    public boolean isMissing(SignedIn session, Membership membership) {
        OrganizationId organization = membership.organization();
        return transactions.installation(
                () -> isMissing(organization, session.proven().provider())
                        && !store.inUse(organization, session, clock.instant()));
    }

    /** Whether the organization lets people in through another provider alone; null: none vouched for them. */
    public boolean isMissing(OrganizationId organization, @Nullable UUID provider) {
        return transactions.installation(() -> {
            UUID required = store.required(organization);
            return required != null && !required.equals(provider);
        });
    }

    @Override
    public boolean requires(OrganizationScope scope, UUID provider) {
        return provider.equals(store.required(scope.organization()));
    }

    RequiredProvider of(OrganizationScope scope) {
        return transactions.read(
                scope,
                () -> new RequiredProvider(
                        store.required(scope.organization()), store.fallbackPeople(scope.organization())));
    }

    RequiredProvider change(Caller caller, RequiredProvider wanted) {
        OrganizationScope scope = caller.scope();
        administration.require(caller);
        UUID provider = wanted.provider();
        if (provider != null) {
            checkUsable(scope, provider);
            checkSomebodyGetsIn(scope, wanted.fallbackPeople());
        }
        RequiredProvider before = of(scope);
        transactions.write(scope, () -> {
            wanted.fallbackPeople().forEach(person -> members.required(scope, person));
            store.replaceFallbackPeople(scope, wanted.fallbackPeople());
            if (provider == null) {
                store.requireNone(scope);
            } else {
                store.require(scope, provider, clock.instant());
            }
            ledger.append(
                    scope,
                    NewEntry.of("organization.require-provider", "organization", scope.organization(), "Sign-in")
                            .change(fields(before), fields(wanted)));
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return of(scope);
    }

    private void checkUsable(OrganizationScope scope, UUID id) {
        IdentityProvider provider = providers
                .find(id)
                .filter(found -> found.organization().equals(scope.organization()))
                .orElseThrow(() -> ProblemException.invalid("provider", "must be a provider of the organization"));
        Integer tested = provider.testedVersion();
        if (!provider.enabled() || tested == null || tested != provider.version()) {
            throw ProblemException.invalid(
                    "provider", "must be in use, and tried out by a test sign-in since it was last changed");
        }
    }

    /** Else a broken provider would shut everybody out for good. */
    private void checkSomebodyGetsIn(OrganizationScope scope, List<PersonId> people) {
        boolean ready = people.stream()
                .anyMatch(person -> !secondFactors.of(person).isEmpty()
                        && transactions
                                .read(scope, () -> members.permissions(scope, person))
                                .containsAll(administration.of(scope)));
        if (!ready) {
            throw ProblemException.invalid(
                    "fallbackPeople", "must name an administrator who has a second factor here already");
        }
    }

    private static Map<String, @Nullable Object> fields(RequiredProvider required) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(
                "provider",
                required.provider() == null ? null : required.provider().toString());
        fields.put(
                "fallbackPeople",
                required.fallbackPeople().stream().map(PersonId::toString).toList());
        return fields;
    }
}
