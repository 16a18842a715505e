package io.gatehouse.identity.tokens;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import io.gatehouse.identity.ProgramProblem;
import io.gatehouse.identity.connections.ConnectionCheck;
import io.gatehouse.identity.keys.KeyCheck;
import io.gatehouse.identity.session.Program;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Sha256;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Service;

/** Recognizes access tokens. What one says only limits what its key, or its person, allows at that moment. */
@Service
public final class AccessTokens {

    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.ES256;
    static final String CLIENT = "client_id";
    static final String SCOPE = "scope";

    /** Which connection a person's program got the token with. */
    static final String CONNECTION = "connection";

    private static final int LONGEST = 8_000;

    private final NimbusJwtDecoder decoder;
    private final KeyCheck keys;
    private final ConnectionCheck connections;
    private final Transactions transactions;
    private final RevokedTokenStore revoked;
    private final Clock clock;

    AccessTokens(
            SigningKeys signingKeys,
            KeyCheck keys,
            ConnectionCheck connections,
            Transactions transactions,
            RevokedTokenStore revoked,
            PublicAddress address,
            Clock clock) {
        this.keys = keys;
        this.connections = connections;
        this.transactions = transactions;
        this.revoked = revoked;
        this.clock = clock;
        this.decoder = NimbusJwtDecoder.withJwkSource(signingKeys)
                .jwsAlgorithm(ALGORITHM)
                .jwtProcessorCustomizer(
                        processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE)))
                .build();
        decoder.setJwtValidator(validator(address, clock));
    }

    /** Whether a bearer's text claims to be a token at all. */
    public static boolean isOne(String text) {
        return text.startsWith("eyJ");
    }

    /**
     * The program that showed the token.
     *
     * @param address from which it calls
     * @throws io.gatehouse.kernel.ProblemException when the token, or what it came from, opens nothing
     */
    public Program program(String text, String address) {
        Jwt token;
        try {
            token = decoder.decode(text.length() > LONGEST ? "" : text);
        } catch (JwtValidationException e) {
            throw ProgramProblem.KEY_REFUSED.because("The access token is over, or not for this API");
        } catch (JwtException e) {
            throw keys.refused(address, "The access token was not made here");
        }
        if (isRevoked(text)) {
            throw ProgramProblem.KEY_REFUSED.because("The access token was revoked");
        }
        String connection = token.getClaimAsString(CONNECTION);
        return connection == null
                ? keys.program(client(token), permissions(token), address)
                : connections.program(UUID.fromString(connection), permissions(token), address);
    }

    /** The token, if this installation made it and it is neither over nor revoked. */
    Optional<Jwt> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Jwt token = decoder.decode(text);
            return isRevoked(text) ? Optional.empty() : Optional.of(token);
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private boolean isRevoked(String text) {
        return transactions.installation(() -> revoked.contains(Sha256.of(text)));
    }

    /** Ends a token before its time. */
    void revoke(String text, Instant expiresAt) {
        transactions.<Boolean>installation(() -> {
            revoked.deleteBefore(clock.instant());
            revoked.insert(Sha256.of(text), expiresAt);
            return true;
        });
    }

    static String client(Jwt token) {
        return Objects.requireNonNullElse(token.getClaimAsString(CLIENT), "");
    }

    /** For whom tokens are: this installation's API. */
    static String audience(PublicAddress address) {
        return address.of("/api");
    }

    private static Set<Permission> permissions(Jwt token) {
        List<String> scopes = List.of(
                Objects.requireNonNullElse(token.getClaimAsString(SCOPE), "").split(" "));
        return Arrays.stream(Permission.values())
                .filter(permission -> scopes.contains(permission.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OAuth2TokenValidator<Jwt> validator(PublicAddress address, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(address.of("")),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(audience(address))));
    }
}
