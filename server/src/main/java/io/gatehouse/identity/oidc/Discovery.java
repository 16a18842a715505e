package io.gatehouse.identity.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.OutgoingHttp;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What providers say of themselves: their addresses, for a while, and their keys, anew when an unknown one is used. */
@Component
final class Discovery {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final int MOST = 1_000;
    private static final String PATH = "/.well-known/openid-configuration";

    private final Calls calls;
    private final Cache<Version, Found> found =
            Caffeine.newBuilder().expireAfterWrite(GOOD_FOR).maximumSize(MOST).build();

    Discovery(Calls calls) {
        this.calls = calls;
    }

    private record Version(UUID provider, int version) {}

    /** A provider's addresses and keys. */
    record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /** As they were a few minutes ago at most. */
    Found of(IdentityProvider provider) {
        Version version = new Version(provider.id(), provider.version());
        Found known = found.getIfPresent(version);
        return known == null ? fresh(provider) : known;
    }

    /** As they are now. */
    Found fresh(IdentityProvider provider) {
        CallsOfOne own = calls.of(provider);
        OIDCProviderMetadata metadata =
                read(own, OidcSettings.complete(provider).issuer());
        Found now = new Found(metadata, keys(own, metadata));
        found.put(new Version(provider.id(), provider.version()), now);
        return now;
    }

    private static OIDCProviderMetadata read(CallsOfOne calls, String issuer) {
        URI address = URI.create(issuer.replaceFirst("/$", "") + PATH);
        OutgoingHttp.Answer answer = calls.get(address);
        if (answer.status() != 200) {
            throw new SignInRefusal(
                    answer.status() >= 500 ? Reason.PROVIDER_UNREACHABLE : Reason.PROVIDER_MISCONFIGURED,
                    address + " answers with " + answer.status() + ": is the issuer right?");
        }
        OIDCProviderMetadata metadata = parsed(address, answer.body());
        if (!metadata.getIssuer().getValue().equals(issuer)) {
            throw new SignInRefusal(
                    Reason.ISSUER_MISMATCH,
                    "The provider calls itself " + metadata.getIssuer() + ", but the issuer entered is " + issuer
                            + ": they must be the same, letter for letter");
        }
        return metadata;
    }

    private static OIDCProviderMetadata parsed(URI address, String text) {
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(text);
            boolean usable = Stream.of(
                            metadata.getAuthorizationEndpointURI(),
                            metadata.getTokenEndpointURI(),
                            metadata.getJWKSetURI())
                    .allMatch(endpoint -> endpoint != null && OidcSettings.isWebAddress(endpoint.toString()));
            if (usable) {
                return metadata;
            }
        } catch (ParseException e) {
            // Said below.
        }
        throw new SignInRefusal(
                Reason.PROVIDER_MISCONFIGURED, "What is under " + address + " does not describe an OpenID provider");
    }

    private static JWKSource<SecurityContext> keys(CallsOfOne calls, OIDCProviderMetadata metadata) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            metadata.getJWKSetURI().toURL(), calls)
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new SignInRefusal(Reason.PROVIDER_MISCONFIGURED, "The address of the provider's keys is not one");
        }
    }
}
