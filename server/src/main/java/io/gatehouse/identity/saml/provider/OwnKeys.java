package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.saml.ServiceProviderKey;
import io.gatehouse.identity.saml.ServiceProviderKeys;
import io.gatehouse.identity.saml.provider.OwnKeyStore.State;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keys of ours, one for each provider, made when it is first needed, and changed in two steps so that no sign-in fails. */
@Service
final class OwnKeys {

    private final Transactions transactions;
    private final OwnKeyStore store;
    private final Sealer sealer;
    private final PublicAddress address;
    private final Ledger ledger;
    private final Clock clock;

    OwnKeys(
            Transactions transactions,
            OwnKeyStore store,
            Sealer sealer,
            PublicAddress address,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.sealer = sealer;
        this.address = address;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All that may open what is encrypted for us; the first signs. */
    List<ServiceProviderKey> all(IdentityProvider provider) {
        return rows(provider).stream().map(row -> opened(provider, row)).toList();
    }

    /** Those that the provider shall know: the current one and, while keys change, the next. */
    List<ServiceProviderKey> published(IdentityProvider provider) {
        return rows(provider).stream()
                .filter(row -> row.state() != State.FORMER)
                .map(row -> opened(provider, row))
                .toList();
    }

    /** When the certificate of the key that signs ends; empty as long as none was needed. */
    Optional<Instant> end(IdentityProvider provider) {
        return transactions.installation(() -> store.list(provider)).stream()
                .findFirst()
                .map(row -> opened(provider, row).certificate().getNotAfter().toInstant());
    }

    /** Makes the next key: it is published, but not used. */
    void prepare(OrganizationScope scope, IdentityProvider provider) {
        OwnKeyStore.Row next = create(provider, State.NEXT);
        transactions.write(scope, () -> {
            store.delete(provider, State.NEXT);
            store.insert(provider, next, clock.instant());
            ledger.append(scope, entry("identity-provider.prepare-key", provider));
        });
    }

    /** Lets the next key take over, once the provider knows it. */
    void change(OrganizationScope scope, IdentityProvider provider) {
        transactions.write(scope, () -> {
            store.delete(provider, State.FORMER);
            store.move(provider, State.CURRENT, State.FORMER);
            if (!store.move(provider, State.NEXT, State.CURRENT)) {
                throw CommonProblem.CONFLICT.because(
                        "Prepare a new key first, and give its certificate to the provider");
            }
            ledger.append(scope, entry("identity-provider.change-key", provider));
        });
    }

    private List<OwnKeyStore.Row> rows(IdentityProvider provider) {
        List<OwnKeyStore.Row> rows = transactions.installation(() -> store.list(provider));
        return rows.isEmpty() ? first(provider) : rows;
    }

    /** Of several at once, the one that is kept first is the key of all. */
    private List<OwnKeyStore.Row> first(IdentityProvider provider) {
        OwnKeyStore.Row made = create(provider, State.CURRENT);
        return transactions.installation(() -> {
            store.insert(provider, made, clock.instant());
            return store.list(provider);
        });
    }

    private OwnKeyStore.Row create(IdentityProvider provider, State state) {
        ServiceProviderKey key =
                ServiceProviderKeys.create(address.publicAddress().getHost(), clock.instant());
        try {
            return new OwnKeyStore.Row(
                    state,
                    sealer.seal(
                            provider.organization(),
                            purpose(provider),
                            key.privateKey().getEncoded()),
                    key.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ServiceProviderKey opened(IdentityProvider provider, OwnKeyStore.Row row) {
        return ServiceProviderKeys.read(
                sealer.open(provider.organization(), purpose(provider), row.sealedPrivateKey()), row.certificate());
    }

    private static String purpose(IdentityProvider provider) {
        return "SAML key " + provider.id();
    }

    private static NewEntry entry(String action, IdentityProvider provider) {
        return NewEntry.of(action, "identity-provider", provider.id(), provider.name())
                .change(null, Map.of("name", provider.name()));
    }
}
