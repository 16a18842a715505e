package io.gatehouse.identity.tokens;

import io.gatehouse.identity.connections.RefreshText;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Keeps no token: an access token that is asked for tells itself what it is, and only that one was revoked is remembered.
 * Of device codes and refresh tokens, hashes are kept.
 */
@Component
final class IssuedTokens implements OAuth2AuthorizationService {

    private final AccessTokens tokens;
    private final KeyClients clients;
    private final ConnectionTokens connections;

    IssuedTokens(AccessTokens tokens, KeyClients clients, ConnectionTokens connections) {
        this.tokens = tokens;
        this.clients = clients;
        this.connections = connections;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
        OAuth2Authorization.Token<OAuth2RefreshToken> refresh = authorization.getRefreshToken();
        if (refresh != null && refresh.isInvalidated()) {
            connections.giveBack(authorization);
        } else if (refresh != null) {
            connections.keep(authorization);
        } else if (access == null && isAsked(authorization)) {
            connections.ask(authorization);
        } else if (access != null && access.isInvalidated()) {
            OAuth2AccessToken token = access.getToken();
            tokens.revoke(token.getTokenValue(), Objects.requireNonNull(token.getExpiresAt()));
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {}

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type != null && OAuth2ParameterNames.DEVICE_CODE.equals(type.getValue())) {
            return connections.ofDeviceCode(token);
        }
        Optional<RefreshText> refresh = RefreshText.parse(token);
        return refresh.isPresent()
                ? connections.ofRefreshToken(refresh.get())
                : tokens.read(token).map(this::authorization).orElse(null);
    }

    private static boolean isAsked(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2DeviceCode> code = authorization.getToken(OAuth2DeviceCode.class);
        return code != null && !code.isInvalidated();
    }

    private @Nullable OAuth2Authorization authorization(Jwt token) {
        RegisteredClient client = clients.findByClientId(AccessTokens.client(token));
        if (client == null) {
            return null;
        }
        OAuth2AccessToken access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt());
        return OAuth2Authorization.withRegisteredClient(client)
                .id(Objects.requireNonNull(token.getId()))
                .principalName(client.getClientId())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .token(
                        access,
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, token.getClaims()))
                .build();
    }
}
