package io.gatehouse.identity.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a provider for what its ID token does not say. */
@Component
final class UserInfo {

    private final Calls calls;

    UserInfo(Calls calls) {
        this.calls = calls;
    }

    /** More claims of that very subject; none when the provider tells no more. */
    Map<String, Object> of(
            IdentityProvider provider,
            OIDCProviderMetadata metadata,
            @Nullable BearerAccessToken token,
            String subject) {
        URI endpoint = metadata.getUserInfoEndpointURI();
        if (endpoint == null || token == null || !OidcSettings.isWebAddress(endpoint.toString())) {
            return Map.of();
        }
        HTTPResponse answer = calls.of(provider).send(new UserInfoRequest(endpoint, token).toHTTPRequest());
        try {
            UserInfoResponse response = UserInfoResponse.parse(answer);
            if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
                return Map.of();
            }
            var info = response.toSuccessResponse().getUserInfo();
            if (!info.getSubject().getValue().equals(subject)) {
                throw new SignInRefusal(Reason.ANSWER_NOT_VALID, "The provider tells of another person than who came");
            }
            return info.toJSONObject();
        } catch (ParseException e) {
            throw new SignInRefusal(Reason.ANSWER_NOT_VALID, "What the provider tells of the person cannot be read");
        }
    }
}
