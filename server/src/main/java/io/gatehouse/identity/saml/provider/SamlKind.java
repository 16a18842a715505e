package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.ClaimNames;
import io.gatehouse.identity.providers.Ends;
import io.gatehouse.identity.providers.Finding;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Kind;
import io.gatehouse.identity.providers.Preset;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.saml.AuthnRequest;
import io.gatehouse.identity.saml.Logout;
import io.gatehouse.identity.saml.ProviderMetadata;
import io.gatehouse.identity.saml.ServiceProvider;
import io.gatehouse.identity.saml.ServiceProviderKey;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Identity providers that speak SAML 2.0. */
@Component
final class SamlKind implements BrowserKind {

    private static final Duration WARN_BEFORE = Duration.ofDays(30);
    private static final String ENTRA = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    private final KnownMetadata metadata;
    private final OwnKeys keys;
    private final SamlAddresses addresses;
    private final SubjectHints hints;
    private final Clock clock;

    SamlKind(KnownMetadata metadata, OwnKeys keys, SamlAddresses addresses, SubjectHints hints, Clock clock) {
        this.metadata = metadata;
        this.keys = keys;
        this.addresses = addresses;
        this.hints = hints;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.SAML;
    }

    @Override
    public Map<String, String> checked(Preset preset, Map<String, String> settings) {
        return SamlSettings.checked(settings, clock.instant());
    }

    @Override
    public ClaimNames usualClaims(Preset preset) {
        return switch (preset) {
            case ENTRA_ID ->
                ClaimNames.of(ENTRA + "emailaddress", "http://schemas.microsoft.com/identity/claims/displayname");
            case KEYCLOAK -> ClaimNames.of("email", "firstName");
            case OKTA, GOOGLE, ACTIVE_DIRECTORY, OTHER -> ClaimNames.of(SamlProofs.NAME_ID, "displayName");
        };
    }

    @Override
    public SequencedMap<String, String> addresses(IdentityProvider provider) {
        ServiceProvider self = addresses.self(provider);
        SequencedMap<String, String> shown = new LinkedHashMap<>();
        shown.put("entityId", self.entityId());
        shown.put("assertionConsumerService", self.assertionConsumer().toString());
        shown.put("singleLogoutService", self.singleLogout().toString());
        shown.put("metadata", self.entityId());
        return shown;
    }

    @Override
    public Departure depart(IdentityProvider provider, String state, Wish wish) {
        ServiceProviderKey signer = keys.all(provider).getFirst();
        AuthnRequest request = AuthnRequest.to(
                metadata.of(provider), addresses.self(provider), state, wish.fresh(), signer, clock.instant());
        return new Departure(request.address(), request.id());
    }

    @Override
    public Optional<URI> signOut(IdentityProvider provider, @Nullable String hint, URI returnTo) {
        return Optional.ofNullable(hint)
                .map(hints::read)
                .flatMap(subject -> Logout.request(
                        metadata.of(provider),
                        addresses.self(provider),
                        subject,
                        keys.all(provider).getFirst(),
                        clock.instant()));
    }

    @Override
    public Map<Ends, Instant> endings(IdentityProvider provider) {
        Map<Ends, Instant> endings = new EnumMap<>(Ends.class);
        metadata.withoutAsking(provider).ifPresent(known -> endings.put(Ends.CERTIFICATE, known.lastExpiry()));
        keys.end(provider).ifPresent(end -> endings.put(Ends.OWN_CERTIFICATE, end));
        return endings;
    }

    @Override
    public List<Finding> diagnose(IdentityProvider provider) {
        List<Finding> findings = new ArrayList<>();
        try {
            boolean published = !SamlSettings.of(provider).metadataAddress().isEmpty();
            ProviderMetadata now = published ? metadata.read(provider) : metadata.of(provider);
            findings.add(Finding.ok("metadata", "The provider is " + now.entityId()));
            if (!published) {
                findings.add(Finding.warning(
                        "metadata-uploaded",
                        "The metadata was uploaded: upload it again before the provider changes its certificate"));
            }
            expiry(findings, "certificate", "The provider's certificate", now.firstExpiry());
        } catch (SignInRefusal refusal) {
            findings.add(Finding.error(refusal));
        }
        expiry(findings, "own-certificate", "Gatehouse's certificate", ownExpiry(provider));
        return findings;
    }

    private Instant ownExpiry(IdentityProvider provider) {
        return keys.all(provider).getFirst().certificate().getNotAfter().toInstant();
    }

    private void expiry(List<Finding> findings, String about, String what, Instant end) {
        boolean soon = clock.instant().plus(WARN_BEFORE).isAfter(end);
        String text = what + " ends on " + end;
        findings.add(soon ? Finding.warning(about, text + ": change it before") : Finding.ok(about, text));
    }
}
