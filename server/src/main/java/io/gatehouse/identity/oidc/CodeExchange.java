package io.gatehouse.identity.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Gives a code to the provider that it came from, for tokens. */
@Component
final class CodeExchange {

    private final Calls calls;
    private final Providers providers;

    CodeExchange(Calls calls, Providers providers) {
        this.calls = calls;
        this.providers = providers;
    }

    OIDCTokens exchange(
            IdentityProvider provider,
            OIDCProviderMetadata metadata,
            AuthorizationCode code,
            CodeVerifier verifier,
            URI redirect) {
        var grant = new AuthorizationCodeGrant(code, redirect, verifier);
        HTTPResponse answer = calls.of(provider).send(request(provider, metadata, grant));
        try {
            return OIDCTokenResponseParser.parse(answer) instanceof OIDCTokenResponse tokens
                    ? tokens.getOIDCTokens()
                    : refuse(OIDCTokenResponseParser.parse(answer)
                            .toErrorResponse()
                            .getErrorObject());
        } catch (ParseException e) {
            throw new SignInRefusal(
                    answer.getStatusCode() >= 500 ? Reason.PROVIDER_UNREACHABLE : Reason.ANSWER_NOT_VALID,
                    "The provider's token endpoint answers with " + answer.getStatusCode() + " and nothing readable");
        }
    }

    private com.nimbusds.oauth2.sdk.http.HTTPRequest request(
            IdentityProvider provider, OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
        ClientID client = new ClientID(OidcSettings.of(provider).clientId());
        URI endpoint = metadata.getTokenEndpointURI();
        return providers
                .secret(provider)
                .map(secret -> new TokenRequest.Builder(
                                endpoint, authentication(metadata, client, new Secret(secret)), grant)
                        .build())
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant).build())
                .toHTTPRequest();
    }

    private static ClientAuthentication authentication(OIDCProviderMetadata metadata, ClientID client, Secret secret) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        return methods != null
                        && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret);
    }

    private static OIDCTokens refuse(ErrorObject error) {
        String code = Objects.requireNonNullElse(error.getCode(), "");
        throw switch (code) {
            case "invalid_client", "unauthorized_client" ->
                new SignInRefusal(
                        Reason.WRONG_SECRET,
                        "The provider does not take the client ID with this secret: enter the secret again, or a new one"
                                + " if it has ended");
            case "invalid_grant" ->
                new SignInRefusal(Reason.ANSWER_NOT_VALID, "The provider says that the code was used or is over");
            default -> new SignInRefusal(Reason.ANSWER_NOT_VALID, "The provider refuses the code: " + Said.by(code));
        };
    }
}
