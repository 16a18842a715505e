package io.gatehouse.identity.scim;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.federation.FederatedPeople;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.MappingChanged;
import io.gatehouse.identity.providers.MappingRules;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Lets the rules of one identity provider apply to what the organization's directory says. */
@Service
final class Provisioning {

    private final Transactions transactions;
    private final ProvisioningStore store;
    private final UserStore users;
    private final Providers providers;
    private final MappingRules rules;
    private final FederatedPeople people;
    private final Ledger ledger;
    private final Signals signals;

    Provisioning(
            Transactions transactions,
            ProvisioningStore store,
            UserStore users,
            Providers providers,
            MappingRules rules,
            FederatedPeople people,
            Ledger ledger,
            Signals signals) {
        this.transactions = transactions;
        this.store = store;
        this.users = users;
        this.providers = providers;
        this.rules = rules;
        this.people = people;
        this.ledger = ledger;
        this.signals = signals;
    }

    Optional<ProvisioningStore.Connection> of(OrganizationScope scope) {
        return transactions.read(scope, () -> store.find(scope));
    }

    /** Whoever connects lets keys of programs give what the rules give: they must hold all of it. */
    void connect(Caller caller, ProvisioningStore.Connection wanted) {
        OrganizationScope scope = caller.scope();
        IdentityProvider provider = provider(scope, wanted.provider())
                .orElseThrow(() ->
                        CommonProblem.NOT_FOUND.because("There is no such identity provider in the organization"));
        transactions.<Boolean>installation(scope, () -> {
            RoleRules.checkHeld(rules.permissions(scope, provider), caller);
            Optional<ProvisioningStore.Connection> before = store.find(scope);
            if (before.filter(wanted::equals).isEmpty()) {
                store.put(scope, wanted);
                told(scope, provider, "provisioning.connect", wanted);
                before.flatMap(old -> provider(scope, old.provider())).ifPresent(old -> reconsiderAll(scope, old));
                reconsiderAll(scope, provider);
            }
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    /** Takes what the directory's groups gave. */
    void disconnect(OrganizationScope scope) {
        transactions.<Boolean>installation(scope, () -> {
            store.find(scope).flatMap(old -> provider(scope, old.provider())).ifPresent(old -> {
                store.delete(scope);
                told(scope, old, "provisioning.disconnect", null);
                reconsiderAll(scope, old);
            });
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    /** Who is provisioned need not sign in for a new rule to hold. */
    @EventListener
    void mappingChanged(MappingChanged changed) {
        store.find(changed.scope())
                .filter(connection ->
                        connection.provider().equals(changed.provider().id()))
                .ifPresent(_ -> reconsiderAll(changed.scope(), changed.provider()));
    }

    /** Lets hold for a user what the rules give them now; in the caller's open transaction of the installation. */
    void reconsider(OrganizationScope scope, PersonRef person) {
        store.find(scope)
                .flatMap(connection -> provider(scope, connection.provider()))
                .ifPresent(provider -> people.reconsider(scope, provider, person));
    }

    private void reconsiderAll(OrganizationScope scope, IdentityProvider provider) {
        users.all(scope).forEach(person -> people.reconsider(scope, provider, person));
    }

    private Optional<IdentityProvider> provider(OrganizationScope scope, UUID id) {
        return providers.find(id).filter(provider -> provider.organization().equals(scope.organization()));
    }

    private void told(
            OrganizationScope scope,
            IdentityProvider provider,
            String action,
            ProvisioningStore.@Nullable Connection connection) {
        ledger.append(
                scope,
                NewEntry.of(action, "identity-provider", provider.id(), provider.name())
                        .change(null, connection == null ? null : Map.of("groupsClaim", connection.groupsClaim())));
    }
}
