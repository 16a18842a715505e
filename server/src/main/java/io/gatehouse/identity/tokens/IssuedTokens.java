package io.gatehouse.identity.tokens;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Keeps no token: one that is asked for tells itself what it is. Only that one was revoked is remembered, as a hash. */
@Component
final class IssuedTokens implements OAuth2AuthorizationService {

    private final AccessTokens tokens;
    private final KeyClients clients;

    IssuedTokens(AccessTokens tokens, KeyClients clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AccessToken> access = authorization.getAccessToken();
        if (access != null && access.isInvalidated()) {
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
        return tokens.read(token).map(this::authorization).orElse(null);
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
