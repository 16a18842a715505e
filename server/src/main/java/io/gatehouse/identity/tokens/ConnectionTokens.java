package io.gatehouse.identity.tokens;

import io.gatehouse.identity.connections.ConnectionCheck;
import io.gatehouse.identity.connections.DeviceCodes;
import io.gatehouse.identity.connections.KnownConnection;
import io.gatehouse.identity.connections.RefreshText;
import io.gatehouse.identity.connections.RefreshTokens;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the library asks and keeps of people's programs, in words that connections understand: nothing in the clear. */
@Component
final class ConnectionTokens {

    private static final String SLOW_DOWN = "slow_down";
    private static final String SHOWN = "shown refresh token";

    private final DeviceCodes codes;
    private final ConnectionCheck connections;
    private final RefreshTokens refreshTokens;
    private final Clock clock;

    ConnectionTokens(DeviceCodes codes, ConnectionCheck connections, RefreshTokens refreshTokens, Clock clock) {
        this.codes = codes;
        this.connections = connections;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /** Keeps that a program asks. */
    void ask(OAuth2Authorization asked) {
        HttpServletRequest request = request();
        boolean kept = codes.ask(
                deviceCode(asked),
                Objects.requireNonNull(asked.getToken(OAuth2UserCode.class))
                        .getToken()
                        .getTokenValue(),
                request.getParameter("client_name"),
                permissions(asked),
                request.getRemoteAddr());
        if (!kept) {
            throw new OAuth2AuthenticationException(SLOW_DOWN);
        }
    }

    /** What a person allowed the program that shows the code; null when there is no such code. */
    @Nullable
    OAuth2Authorization ofDeviceCode(String shown) {
        DeviceCodes.Answer answer = codes.poll(shown);
        return switch (answer.state()) {
            case UNKNOWN -> null;
            case OVER -> throw new OAuth2AuthenticationException("expired_token");
            case TOO_FAST -> throw new OAuth2AuthenticationException(SLOW_DOWN);
            case UNDECIDED -> throw new OAuth2AuthenticationException("authorization_pending");
            case DENIED -> throw new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED);
            case ALLOWED ->
                connections
                        .find(Objects.requireNonNull(answer.connection()))
                        .map(connection -> allowed(connection, shown))
                        .orElse(null);
        };
    }

    /** The connection whose latest token is shown; null when it is none. */
    @Nullable
    OAuth2Authorization ofRefreshToken(RefreshText shown) {
        return refreshTokens
                .find(shown)
                .map(connection -> authorization(connection)
                        .attribute(SHOWN, shown)
                        .refreshToken(new OAuth2RefreshToken(
                                shown.text(), clock.instant(), Objects.requireNonNull(connection.refreshUntil())))
                        .build())
                .orElse(null);
    }

    /** Keeps the hash of the token that a program is about to get. */
    void keep(OAuth2Authorization issued) {
        RefreshText token = refreshToken(issued);
        boolean kept = issued.getAttribute(SHOWN) instanceof RefreshText shown
                ? refreshTokens.turn(connection(issued), shown, token)
                : refreshTokens.begin(Sha256.of(deviceCode(issued)), connection(issued), token);
        if (!kept) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    void giveBack(OAuth2Authorization returned) {
        refreshTokens.giveBack(refreshToken(returned));
    }

    private OAuth2Authorization allowed(KnownConnection connection, String deviceCode) {
        Instant asked = clock.instant();
        Instant end = asked.plus(DeviceCodes.LAST);
        return authorization(connection)
                .token(new OAuth2DeviceCode(deviceCode, asked, end))
                .token(
                        new OAuth2UserCode("decided", asked, end),
                        metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, true))
                .build();
    }

    private static OAuth2Authorization.Builder authorization(KnownConnection connection) {
        String person = connection.person().toString();
        Set<String> scopes =
                connection.permissions().stream().map(Permission::code).collect(Collectors.toSet());
        return OAuth2Authorization.withRegisteredClient(PublicClient.REGISTERED)
                .id(connection.id().toString())
                .principalName(person)
                .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
                .authorizedScopes(scopes)
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }

    private static Set<Permission> permissions(OAuth2Authorization asked) {
        Set<String> scopes = asked.getAttribute(OAuth2ParameterNames.SCOPE);
        return Arrays.stream(Permission.values())
                .filter(permission -> scopes != null && scopes.contains(permission.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UUID connection(OAuth2Authorization authorization) {
        return UUID.fromString(authorization.getId());
    }

    private static String deviceCode(OAuth2Authorization authorization) {
        return Objects.requireNonNull(authorization.getToken(OAuth2DeviceCode.class))
                .getToken()
                .getTokenValue();
    }

    private static RefreshText refreshToken(OAuth2Authorization authorization) {
        return RefreshText.parse(Objects.requireNonNull(authorization.getRefreshToken())
                        .getToken()
                        .getTokenValue())
                .orElseThrow();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
