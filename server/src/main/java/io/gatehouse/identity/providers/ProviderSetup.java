package io.gatehouse.identity.providers;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.domains.Domains;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.identity.people.WholeAdministration;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Sets identity providers up. Whoever decides which provider is believed can come in as anybody, so it takes all that the
 * organization's administrators may do.
 */
@Service
final class ProviderSetup {

    private static final int MOST_PROVIDERS = 20;
    private static final Duration SOON = Duration.ofDays(30);

    private final Transactions transactions;
    private final ProviderStore store;
    private final MappingRules rules;
    private final ProviderKinds kinds;
    private final RequiresProviders required;
    private final WholeAdministration administration;
    private final Domains domains;
    private final Sealer sealer;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    ProviderSetup(
            Transactions transactions,
            ProviderStore store,
            MappingRules rules,
            ProviderKinds kinds,
            RequiresProviders required,
            WholeAdministration administration,
            Domains domains,
            Sealer sealer,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.rules = rules;
        this.kinds = kinds;
        this.required = required;
        this.administration = administration;
        this.domains = domains;
        this.sealer = sealer;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    List<IdentityProvider> list(OrganizationScope scope) {
        return transactions.read(scope, () -> store.list(scope.organization()));
    }

    ProviderView view(OrganizationScope scope, UUID id) {
        IdentityProvider provider = transactions.read(scope, () -> required(scope, id));
        return new ProviderView(
                provider,
                kinds.of(provider.kind()).addresses(provider),
                rules.of(scope.organization(), id),
                endingSoon(provider));
    }

    private List<ProviderView.Ending> endingSoon(IdentityProvider provider) {
        Instant soon = clock.instant().plus(SOON);
        return kinds.endings(provider).entrySet().stream()
                .filter(ending -> ending.getValue().isBefore(soon))
                .map(ending -> new ProviderView.Ending(ending.getKey(), ending.getValue()))
                .toList();
    }

    ProviderView create(Caller caller, ProviderDraft wanted) {
        UUID id = Ids.next();
        return changed(caller, id, () -> {
            if (store.list(caller.scope().organization()).size() >= MOST_PROVIDERS) {
                throw CommonProblem.CONFLICT.because("An organization has at most " + MOST_PROVIDERS + " providers");
            }
            ProviderDraft draft = checked(wanted);
            store.insert(caller.scope(), id, draft, names(draft, null), clock.instant());
            keepSecret(caller.scope(), id, draft);
            IdentityProvider made = required(caller.scope(), id);
            return entry("identity-provider.create", made).change(null, ProviderFields.of(made));
        });
    }

    ProviderView change(Caller caller, UUID id, ProviderDraft wanted) {
        return changed(caller, id, () -> {
            IdentityProvider before = required(caller.scope(), id);
            if (before.kind() != wanted.kind()) {
                throw CommonProblem.CONFLICT.because("A provider keeps its kind: set up another one");
            }
            RoleRules.checkHeld(rules.permissions(caller.scope(), before), caller);
            ProviderDraft draft = checked(wanted);
            store.update(caller.scope(), id, draft, names(draft, before), clock.instant());
            keepSecret(caller.scope(), id, draft);
            IdentityProvider after = required(caller.scope(), id);
            return entry("identity-provider.change", after)
                    .change(ProviderFields.of(before), ProviderFields.of(after, draft.secret() != null));
        });
    }

    ProviderView mapping(Caller caller, UUID id, List<MappingDraft> wanted) {
        administration.require(caller);
        transactions.write(caller.scope(), () -> rules.replace(caller, required(caller.scope(), id), wanted));
        signals.announce(caller.scope().organization(), Signals.Topic.PEOPLE, 1);
        return view(caller.scope(), id);
    }

    /** Lets people sign in through it, after it was asked whether they could; or no longer. */
    ProviderView changeState(Caller caller, UUID id, IdentityProvider.State state) {
        if (state == IdentityProvider.State.ENABLED) {
            requireUsable(caller.scope(), id);
        }
        return changed(caller, id, () -> {
            IdentityProvider before = required(caller.scope(), id);
            RoleRules.checkHeld(rules.permissions(caller.scope(), before), caller);
            if (state != IdentityProvider.State.ENABLED) {
                checkDispensable(caller.scope(), before);
            }
            store.changeState(caller.scope(), id, state);
            return entry(
                            state == IdentityProvider.State.ENABLED
                                    ? "identity-provider.enable"
                                    : "identity-provider.disable",
                            before)
                    .change(Map.of("state", before.state()), Map.of("state", state));
        });
    }

    List<Finding> diagnose(OrganizationScope scope, UUID id) {
        IdentityProvider provider = transactions.read(scope, () -> required(scope, id));
        return kinds.of(provider.kind()).diagnose(provider);
    }

    void remove(Caller caller, UUID id) {
        administration.require(caller);
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            IdentityProvider removed = required(scope, id);
            checkDispensable(scope, removed);
            store.delete(scope, id);
            ledger.append(scope, entry("identity-provider.remove", removed).change(ProviderFields.of(removed), null));
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private ProviderView changed(Caller caller, UUID id, Supplier<NewEntry> work) {
        administration.require(caller);
        OrganizationScope scope = caller.scope();
        try {
            transactions.write(scope, () -> ledger.append(scope, work.get()));
        } catch (DuplicateKeyException e) {
            throw CommonProblem.CONFLICT.because("Another provider of the organization has that name");
        }
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return view(scope, id);
    }

    private void requireUsable(OrganizationScope scope, UUID id) {
        if (!domains.anyVerified(scope)) {
            throw CommonProblem.CONFLICT.because(
                    "Prove a mail domain first: the provider speaks for its addresses only");
        }
        diagnose(scope, id).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst()
                .ifPresent(finding -> {
                    throw CommonProblem.CONFLICT.because(finding.text());
                });
    }

    /** Else whoever was kept out by the demand would come in by taking its provider away. */
    private void checkDispensable(OrganizationScope scope, IdentityProvider provider) {
        if (required.requires(scope, provider.id())) {
            throw CommonProblem.CONFLICT.because("The organization lets people in through " + provider.name()
                    + " alone: require another provider, or none, before you take it out of use");
        }
    }

    private ProviderDraft checked(ProviderDraft draft) {
        return new ProviderDraft(
                draft.kind(),
                draft.preset(),
                draft.name(),
                kinds.of(draft.kind()).checked(draft.preset(), draft.settings()),
                draft.secret(),
                draft.secretExpiresOn(),
                draft.claimNames(),
                draft.secondFactorMethods().stream().distinct().toList());
    }

    private ClaimNames names(ProviderDraft draft, @Nullable IdentityProvider before) {
        ClaimNames wanted = draft.claimNames();
        if (wanted != null) {
            return wanted;
        }
        return before == null ? kinds.of(draft.kind()).usualClaims(draft.preset()) : before.claimNames();
    }

    private void keepSecret(OrganizationScope scope, UUID id, ProviderDraft draft) {
        if (draft.secret() != null) {
            store.keepSecret(
                    scope,
                    id,
                    sealer.seal(
                            scope.organization(),
                            Providers.purpose(id),
                            draft.secret().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private IdentityProvider required(OrganizationScope scope, UUID id) {
        return store.find(id)
                .filter(provider -> provider.organization().equals(scope.organization()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("The organization has no such identity provider"));
    }

    private static NewEntry entry(String action, IdentityProvider provider) {
        return NewEntry.of(action, "identity-provider", provider.id(), provider.name());
    }
}
