package io.gatehouse.identity.scim;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.federation.MappedRoles;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.MappingChanged;
import io.gatehouse.identity.providers.MappingRules;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Lets the rules of one identity provider apply to what the organization's directory says. */
@Service
final class Provisioning {

    /** People whom one statement is about. */
    private static final int AT_ONCE = 1_000;

    private static final PersonId FIRST = new PersonId(new UUID(0, 0));

    private final Transactions transactions;
    private final ProvisioningStore store;
    private final UserStore users;
    private final GroupMemberStore members;
    private final Providers providers;
    private final MappingRules rules;
    private final MappedRoles roles;
    private final Ledger ledger;
    private final Signals signals;

    Provisioning(
            Transactions transactions,
            ProvisioningStore store,
            UserStore users,
            GroupMemberStore members,
            Providers providers,
            MappingRules rules,
            MappedRoles roles,
            Ledger ledger,
            Signals signals) {
        this.transactions = transactions;
        this.store = store;
        this.users = users;
        this.members = members;
        this.providers = providers;
        this.rules = rules;
        this.roles = roles;
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

    /** Lets hold for users what the rules give them now; in the caller's open transaction of the installation. */
    void reconsider(OrganizationScope scope, Collection<UUID> people) {
        if (!people.isEmpty()) {
            store.find(scope)
                    .flatMap(connection -> provider(scope, connection.provider()))
                    .ifPresent(provider -> people.stream()
                            .sorted()
                            .gather(Gatherers.windowFixed(AT_ONCE))
                            .forEach(some -> roles.reconsider(scope, provider, members.users(scope, some))));
        }
    }

    private void reconsiderAll(OrganizationScope scope, IdentityProvider provider) {
        List<PersonRef> some = users.next(scope, FIRST, AT_ONCE);
        while (!some.isEmpty()) {
            roles.reconsider(scope, provider, some);
            some = users.next(scope, some.getLast().id(), AT_ONCE);
        }
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
