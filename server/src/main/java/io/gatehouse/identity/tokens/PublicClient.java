package io.gatehouse.identity.tokens;

import io.gatehouse.identity.connections.DeviceCodes;
import io.gatehouse.identity.connections.RefreshTokens;
import io.gatehouse.identity.session.Program;
import io.gatehouse.kernel.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * The one client for everybody's own programs. It has no secret, since none would stay one in a program that everybody
 * has; what counts is who allows it.
 */
final class PublicClient implements AuthenticationConverter, AuthenticationProvider {

    static final String ID = "gatehouse-cli";

    static final RegisteredClient REGISTERED = RegisteredClient.withId(ID)
            .clientId(ID)
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .scopes(scopes -> Arrays.stream(Permission.values())
                    .filter(permission -> !Program.FOR_PEOPLE.contains(permission))
                    .map(Permission::code)
                    .forEach(scopes::add))
            .tokenSettings(TokenSettings.builder()
                    .accessTokenTimeToLive(KeyClients.TOKENS_LAST)
                    .deviceCodeTimeToLive(DeviceCodes.LAST)
                    .refreshTokenTimeToLive(RefreshTokens.LAST_UNUSED)
                    .reuseRefreshTokens(false)
                    .build())
            .build();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!ID.equals(request.getParameter(OAuth2ParameterNames.CLIENT_ID))
                || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return null;
        }
        if (request.getHeader("DPoP") != null) {
            // Nobody may believe that a token is bound to a key which the API does not ask for.
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return new OAuth2ClientAuthenticationToken(ID, ClientAuthenticationMethod.NONE, null, Map.of());
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        return ID.equals(shown.getPrincipal())
                        && shown instanceof OAuth2ClientAuthenticationToken client
                        && client.getClientAuthenticationMethod().equals(ClientAuthenticationMethod.NONE)
                ? new OAuth2ClientAuthenticationToken(REGISTERED, ClientAuthenticationMethod.NONE, null)
                : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
