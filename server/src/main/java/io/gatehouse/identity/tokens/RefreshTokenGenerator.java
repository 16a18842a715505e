package io.gatehouse.identity.tokens;

import io.gatehouse.identity.connections.RefreshText;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Makes refresh tokens: those of one connection share the half by which an earlier one is recognized. */
final class RefreshTokenGenerator implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final Clock clock;

    RefreshTokenGenerator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        OAuth2Authorization authorization = context.getAuthorization();
        RefreshText text = authorization == null || authorization.getRefreshToken() == null
                ? RefreshText.first()
                : RefreshText.parse(authorization.getRefreshToken().getToken().getTokenValue())
                        .orElseThrow()
                        .next();
        Instant now = clock.instant();
        return new OAuth2RefreshToken(
                text.text(),
                now,
                now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive()));
    }
}
