package io.gatehouse.identity.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.gatehouse.identity.providers.Finding;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.OutgoingHttp;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks a provider what can be asked without a person: is it there, is it the one, does it know us, does it take the secret. */
@Component
final class Diagnosis {

    private static final int WARN_DAYS = 30;
    private static final int CLIENT_ERROR = 400;

    private final Discovery discovery;
    private final CodeExchange exchange;
    private final Calls calls;
    private final Redirects redirects;
    private final Clock clock;

    Diagnosis(Discovery discovery, CodeExchange exchange, Calls calls, Redirects redirects, Clock clock) {
        this.discovery = discovery;
        this.exchange = exchange;
        this.calls = calls;
        this.redirects = redirects;
        this.clock = clock;
    }

    List<Finding> of(IdentityProvider provider) {
        List<Finding> findings = new ArrayList<>();
        try {
            Discovery.Found found = discovery.fresh(provider);
            findings.add(Finding.ok("discovery", "The provider is there and calls itself as entered"));
            checkKeys(found, findings);
            checkRedirect(provider, found.metadata(), findings);
            checkSecret(provider, found.metadata(), findings);
        } catch (SignInRefusal refusal) {
            findings.add(Finding.error(refusal));
        }
        checkExpiry(provider, findings);
        return findings;
    }

    private static void checkKeys(Discovery.Found found, List<Finding> findings) {
        try {
            boolean none = found.keys()
                    .get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .isEmpty();
            findings.add(
                    none
                            ? Finding.error("keys", "The provider publishes no keys")
                            : Finding.ok("keys", "The provider's keys can be read"));
        } catch (KeySourceException e) {
            findings.add(Finding.error("keys", "The provider's keys cannot be read"));
        }
    }

    /** Some providers say at once that they do not know the address; others only to a browser, later. */
    private void checkRedirect(IdentityProvider provider, OIDCProviderMetadata metadata, List<Finding> findings) {
        OidcSettings settings = OidcSettings.of(provider);
        URI address = UriComponentsBuilder.fromUri(metadata.getAuthorizationEndpointURI())
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("state", "check")
                .queryParam("nonce", "check")
                .queryParam("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .queryParam("code_challenge_method", "S256")
                .encode()
                .buildAndExpand(settings.clientId(), redirects.of(provider).toString())
                .toUri();
        OutgoingHttp.Answer answer = calls.of(provider).get(address);
        if (answer.status() >= CLIENT_ERROR) {
            boolean redirect = answer.body().contains("redirect");
            findings.add(Finding.error(
                    (redirect ? Reason.REDIRECT_NOT_REGISTERED : Reason.PROVIDER_MISCONFIGURED).slug(),
                    redirect
                            ? "The provider does not know the redirect address: enter " + redirects.of(provider)
                                    + " there"
                            : "The provider does not take our request: is the client ID right?"));
        }
    }

    private void checkSecret(IdentityProvider provider, OIDCProviderMetadata metadata, List<Finding> findings) {
        var noCode = new AuthorizationCode("check-" + UUID.randomUUID());
        try {
            exchange.exchange(provider, metadata, noCode, new CodeVerifier(), redirects.of(provider));
        } catch (SignInRefusal refusal) {
            findings.add(
                    refusal.reason() == Reason.ANSWER_NOT_VALID
                            ? Finding.ok("secret", "The provider knows the client ID and takes the secret")
                            : Finding.error(refusal));
        }
    }

    private void checkExpiry(IdentityProvider provider, List<Finding> findings) {
        LocalDate expires = provider.secretExpiresOn();
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (expires != null && expires.isBefore(today.plusDays(WARN_DAYS))) {
            findings.add(Finding.warning("secret-expires", "The secret ends on " + expires + ": enter a new one"));
        }
    }
}
