package io.gatehouse.identity.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.ClaimNames;
import io.gatehouse.identity.providers.Finding;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Kind;
import io.gatehouse.identity.providers.Preset;
import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** OpenID Connect: authorization code with PKCE. */
@Component
final class OidcKind implements BrowserKind {

    private final Discovery discovery;
    private final Redirects redirects;
    private final Diagnosis diagnosis;

    OidcKind(Discovery discovery, Redirects redirects, Diagnosis diagnosis) {
        this.discovery = discovery;
        this.redirects = redirects;
        this.diagnosis = diagnosis;
    }

    @Override
    public Kind kind() {
        return Kind.OIDC;
    }

    @Override
    public Map<String, String> checked(Preset preset, Map<String, String> settings) {
        return OidcSettings.checked(preset, settings);
    }

    @Override
    public ClaimNames usualClaims(Preset preset) {
        return ClaimNames.of("email", "name");
    }

    @Override
    public SequencedMap<String, String> addresses(IdentityProvider provider) {
        URI redirect = redirects.of(provider);
        SequencedMap<String, String> addresses = new LinkedHashMap<>();
        addresses.put("redirectUri", redirect.toString());
        addresses.put("postLogoutRedirectUri", redirect.resolve(SIGNED_OUT).toString());
        return addresses;
    }

    @Override
    public List<Finding> diagnose(IdentityProvider provider) {
        return diagnosis.of(provider);
    }

    @Override
    public Departure depart(IdentityProvider provider, String state, Wish wish) {
        Discovery.Found found = discovery.of(provider);
        AttemptDetails details = AttemptDetails.next();
        AuthenticationRequest.Builder request =
                request(provider, found.metadata().getAuthorizationEndpointURI(), state, details);
        if (!wish.email().isBlank()) {
            request.loginHint(wish.email().strip());
        }
        if (wish.fresh()) {
            request.prompt(Prompt.Type.LOGIN).maxAge(0);
        }
        return new Departure(request.build().toURI(), details.text());
    }

    @Override
    public Optional<URI> signOut(IdentityProvider provider, @Nullable String hint, URI returnTo) {
        URI endpoint = discovery.of(provider).metadata().getEndSessionEndpointURI();
        if (endpoint == null || !OidcSettings.isWebAddress(endpoint.toString())) {
            return Optional.empty();
        }
        ClientID client = new ClientID(OidcSettings.of(provider).clientId());
        return Optional.of(new LogoutRequest(endpoint, token(hint), null, client, returnTo, null, null).toURI());
    }

    /** The ID token, so that the provider ends its session without asking the person whether they meant it. */
    private static @Nullable JWT token(@Nullable String hint) {
        try {
            return hint == null ? null : JWTParser.parse(hint);
        } catch (ParseException e) {
            throw new IllegalStateException("An ID token that was checked cannot be read", e);
        }
    }

    private AuthenticationRequest.Builder request(
            IdentityProvider provider, URI endpoint, String state, AttemptDetails details) {
        OidcSettings settings = OidcSettings.complete(provider);
        Scope scope = Scope.parse("openid " + settings.scopes());
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, scope, new ClientID(settings.clientId()), redirects.of(provider))
                .endpointURI(endpoint)
                .state(new State(state))
                .nonce(details.nonce())
                .codeChallenge(details.verifier(), CodeChallengeMethod.S256);
        if (!settings.hostedDomain().isEmpty()) {
            request.customParameter("hd", settings.hostedDomain());
        }
        return request;
    }
}
