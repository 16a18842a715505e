package io.gatehouse.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.gatehouse.identity.federation.Attempt;
import io.gatehouse.identity.federation.Proof;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds out what a provider says, from the answer that came by the browser; the library checks all that is protocol. */
@Component
final class AnswerCheck {

    private static final int CLOCK_SKEW_SECONDS = 60;

    /** With keys that the provider publishes, and nothing that a client could make itself. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final Discovery discovery;
    private final CodeExchange exchange;
    private final UserInfo userInfo;
    private final Redirects redirects;

    AnswerCheck(Discovery discovery, CodeExchange exchange, UserInfo userInfo, Redirects redirects) {
        this.discovery = discovery;
        this.exchange = exchange;
        this.userInfo = userInfo;
        this.redirects = redirects;
    }

    /** What the answer proves. */
    Proof check(Attempt attempt, Map<String, List<String>> answer) {
        IdentityProvider provider = attempt.provider();
        Discovery.Found found = discovery.of(provider);
        AttemptDetails details = AttemptDetails.of(attempt.details());
        AuthorizationCode code = code(provider, found.metadata(), answer);
        OIDCTokens tokens =
                exchange.exchange(provider, found.metadata(), code, details.verifier(), redirects.of(provider));
        IDTokenClaimsSet identity = identity(provider, found, tokens, details.nonce());
        return ClaimsOfPerson.proof(provider, claims(provider, found.metadata(), tokens, identity))
                .withLogoutHint(tokens.getIDTokenString());
    }

    private static AuthorizationCode code(
            IdentityProvider provider, OIDCProviderMetadata metadata, Map<String, List<String>> answer) {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(URI.create(Redirects.PATH), answer);
        } catch (ParseException e) {
            throw notValid("The provider's answer cannot be read", e);
        }
        checkIssuer(provider, metadata, response.getIssuer());
        if (response instanceof AuthenticationSuccessResponse success && success.getAuthorizationCode() != null) {
            return success.getAuthorizationCode();
        }
        throw new SignInRefusal(
                Reason.REFUSED_BY_PROVIDER,
                "The provider turned the person away: "
                        + Said.by(
                                response.indicatesSuccess()
                                        ? null
                                        : response.toErrorResponse()
                                                .getErrorObject()
                                                .getDescription()));
    }

    /** RFC 9207: an answer of one provider must not be taken for another's. */
    private static void checkIssuer(
            IdentityProvider provider, OIDCProviderMetadata metadata, @org.jspecify.annotations.Nullable Issuer named) {
        boolean missing = named == null && metadata.supportsAuthorizationResponseIssuerParam();
        boolean other = named != null
                && !named.getValue().equals(OidcSettings.of(provider).issuer());
        if (missing || other) {
            throw new SignInRefusal(Reason.ISSUER_MISMATCH, "The answer is another provider's");
        }
    }

    private static IDTokenClaimsSet identity(
            IdentityProvider provider, Discovery.Found found, OIDCTokens tokens, Nonce nonce) {
        OidcSettings settings = OidcSettings.of(provider);
        var validator = new IDTokenValidator(
                new Issuer(settings.issuer()),
                new ClientID(settings.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, found.keys()),
                null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        try {
            return checkParty(settings, validator.validate(tokens.getIDToken(), nonce));
        } catch (BadJOSEException | JOSEException e) {
            throw notValid("The provider's word cannot be believed: " + Said.by(e.getMessage()), e);
        }
    }

    /** Which the library leaves to its users: a token made for another client as well is that client's. */
    private static IDTokenClaimsSet checkParty(OidcSettings settings, IDTokenClaimsSet identity) {
        AuthorizedParty party = identity.getAuthorizedParty();
        boolean ours = party == null
                ? identity.getAudience().size() == 1
                : party.getValue().equals(settings.clientId());
        if (!ours) {
            throw new SignInRefusal(Reason.ANSWER_NOT_VALID, "The provider made the token for another client");
        }
        return identity;
    }

    private Map<String, Object> claims(
            IdentityProvider provider, OIDCProviderMetadata metadata, OIDCTokens tokens, IDTokenClaimsSet identity) {
        Map<String, Object> claims = new LinkedHashMap<>(identity.toJSONObject());
        if (!claims.containsKey(provider.claimNames().email())) {
            String subject = Objects.requireNonNull(identity.getSubject()).getValue();
            userInfo.of(provider, metadata, tokens.getBearerAccessToken(), subject)
                    .forEach(claims::putIfAbsent);
        }
        return claims;
    }

    private static SignInRefusal notValid(String text, Exception cause) {
        SignInRefusal refusal = new SignInRefusal(Reason.ANSWER_NOT_VALID, text);
        refusal.initCause(cause);
        return refusal;
    }
}
