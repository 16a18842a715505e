package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.identity.saml.MetadataProblem;
import io.gatehouse.identity.saml.MetadataReader;
import io.gatehouse.identity.saml.ProviderMetadata;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.OutgoingHttp;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What providers say of themselves: as uploaded, or as last read at their address. */
@Service
final class KnownMetadata {

    private final Transactions transactions;
    private final MetadataStore store;
    private final OutgoingHttp http;
    private final Ledger ledger;
    private final Clock clock;

    KnownMetadata(Transactions transactions, MetadataStore store, OutgoingHttp http, Ledger ledger, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.http = http;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * As it is known; read now if it never was.
     *
     * @throws SignInRefusal when there is none that can be used
     */
    ProviderMetadata of(IdentityProvider provider) {
        SamlSettings settings = SamlSettings.of(provider);
        if (settings.metadataAddress().isEmpty()) {
            return parsed(settings.metadata());
        }
        Optional<MetadataStore.Row> known = known(provider);
        return known.isPresent() ? parsed(known.get().xml()) : read(provider);
    }

    /** As it is known, without asking anybody; empty when it never was read. */
    Optional<ProviderMetadata> withoutAsking(IdentityProvider provider) {
        SamlSettings settings = SamlSettings.of(provider);
        Optional<String> xml = settings.metadataAddress().isEmpty()
                ? Optional.of(settings.metadata()).filter(text -> !text.isEmpty())
                : known(provider).map(MetadataStore.Row::xml);
        return xml.map(KnownMetadata::parsedAnyway);
    }

    /** What was last read, unless the address was changed since. */
    Optional<MetadataStore.Row> known(IdentityProvider provider) {
        return transactions
                .installation(() -> store.find(provider))
                .filter(row -> row.address().equals(SamlSettings.of(provider).metadataAddress()));
    }

    /**
     * Reads it at its address; the last one stays in use when that fails. A change of certificates is in the book.
     *
     * @throws SignInRefusal when it cannot be read, or is another provider's than before
     */
    ProviderMetadata read(IdentityProvider provider) {
        String address = SamlSettings.of(provider).metadataAddress();
        Optional<ProviderMetadata> before = known(provider).map(row -> parsedAnyway(row.xml()));
        try {
            String xml = fetched(provider.organization(), URI.create(address));
            ProviderMetadata now = parsed(xml);
            before.ifPresent(known -> checkSame(known, now));
            keep(provider, address, xml, before, now);
            return now;
        } catch (SignInRefusal refusal) {
            transactions.<Boolean>installation(() -> {
                store.failed(provider, refusal.text());
                return true;
            });
            throw refusal;
        }
    }

    private void keep(
            IdentityProvider provider,
            String address,
            String xml,
            Optional<ProviderMetadata> before,
            ProviderMetadata now) {
        OrganizationScope scope = OrganizationScope.system(provider.organization());
        List<String> old = before.map(KnownMetadata::certificates).orElse(List.of());
        transactions.write(scope, () -> {
            store.save(provider, address, xml, clock.instant());
            if (!old.equals(certificates(now))) {
                ledger.append(
                        scope,
                        NewEntry.of(
                                        "identity-provider.read-metadata",
                                        "identity-provider",
                                        provider.id(),
                                        provider.name())
                                .change(Map.of("certificates", old), Map.of("certificates", certificates(now))));
            }
        });
    }

    private String fetched(OrganizationId caller, URI address) {
        try {
            OutgoingHttp.Answer answer = http.get(caller, address);
            if (answer.status() != 200) {
                throw new SignInRefusal(
                        answer.status() >= 500 ? Reason.PROVIDER_UNREACHABLE : Reason.PROVIDER_MISCONFIGURED,
                        address + " answers with " + answer.status() + ": is the address of the metadata right?");
            }
            return answer.body();
        } catch (OutgoingHttp.Refused e) {
            throw new SignInRefusal(
                    Reason.CONNECTION_NOT_ALLOWED,
                    "This installation does not connect to " + address.getHost()
                            + ": ask whoever operates it to name its network in gatehouse.outgoing.networks");
        } catch (OutgoingHttp.Busy e) {
            throw new SignInRefusal(
                    Reason.SERVER_BUSY, "This installation asks too many at once: try again in a minute");
        } catch (IOException e) {
            throw new SignInRefusal(Reason.PROVIDER_UNREACHABLE, address.getHost() + " gives no answer");
        }
    }

    private ProviderMetadata parsed(String xml) {
        if (xml.isEmpty()) {
            throw new SignInRefusal(
                    Reason.PROVIDER_MISCONFIGURED, "Enter the address of the provider's metadata, or upload it");
        }
        try {
            return MetadataReader.read(xml.getBytes(StandardCharsets.UTF_8), clock.instant());
        } catch (MetadataProblem e) {
            throw new SignInRefusal(
                    Reason.PROVIDER_MISCONFIGURED, "The provider's metadata cannot be used. " + e.getMessage());
        }
    }

    /** Also what has run out since: it was right when it was read. */
    private static ProviderMetadata parsedAnyway(String xml) {
        try {
            return MetadataReader.read(xml.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        } catch (MetadataProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkSame(ProviderMetadata before, ProviderMetadata now) {
        if (!before.entityId().equals(now.entityId())) {
            throw new SignInRefusal(
                    Reason.ISSUER_MISMATCH,
                    "The provider calls itself " + now.entityId() + " now, and was " + before.entityId()
                            + ": enter the address anew if that is right");
        }
    }

    static List<String> certificates(ProviderMetadata metadata) {
        return metadata.signingCertificates().stream().map(KnownMetadata::words).toList();
    }

    private static String words(X509Certificate certificate) {
        return certificate.getSubjectX500Principal() + ", serial number "
                + certificate.getSerialNumber().toString(16) + ", until "
                + certificate.getNotAfter().toInstant();
    }
}
