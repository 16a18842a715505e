package io.gatehouse.identity.providers;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds identity providers, for signing in through them. */
@Service
public final class Providers {

    private final Transactions transactions;
    private final ProviderStore store;
    private final Sealer sealer;
    private final Clock clock;

    Providers(Transactions transactions, ProviderStore store, Sealer sealer, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The provider as it is now. */
    public Optional<IdentityProvider> find(UUID id) {
        return transactions.installation(() -> store.find(id));
    }

    /** Those through which an organization's people sign in, by name. */
    public List<IdentityProvider> enabled(OrganizationId organization) {
        return transactions.installation(() -> store.list(organization)).stream()
                .filter(IdentityProvider::enabled)
                .toList();
    }

    /** All through which anybody signs in. */
    public List<IdentityProvider> enabled() {
        return transactions.installation(store::enabled);
    }

    /** The provider's secret; empty when none is kept. For the provider's kind alone. */
    public Optional<String> secret(IdentityProvider provider) {
        byte[] sealed = transactions.installation(() -> store.sealedSecret(provider.id()));
        return sealed == null
                ? Optional.empty()
                : Optional.of(new String(
                        sealer.open(provider.organization(), purpose(provider.id()), sealed), StandardCharsets.UTF_8));
    }

    /** Somebody came through in a test of the provider as it was in that version. */
    public void tested(OrganizationScope scope, IdentityProvider provider) {
        transactions.write(scope, () -> store.tested(scope, provider.id(), provider.version(), clock.instant()));
    }

    static String purpose(UUID provider) {
        return "identity provider " + provider;
    }
}
