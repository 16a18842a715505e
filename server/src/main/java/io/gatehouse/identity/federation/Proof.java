package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said of a person, after its kind has checked that the provider said it, to us, now, and for this attempt.
 *
 * @param subject the provider's lasting name of the person
 * @param emailConfirmed whether the provider vouches for the e-mail address
 * @param claims names to values
 * @param askedAt when the provider last asked the person; null when it does not say
 * @param methods by which it says that it did, such as {@code mfa}
 * @param logoutHint by which the provider knows its own session when it is to end; null when it needs none
 */
public record Proof(
        IdentityProvider provider,
        String subject,
        boolean emailConfirmed,
        Map<String, List<String>> claims,
        @Nullable Instant askedAt,
        Set<String> methods,
        @Nullable String logoutHint) {

    /** Takes copies. */
    public Proof {
        claims = Map.copyOf(claims);
        methods = Set.copyOf(methods);
    }

    /** Of a provider that knows no sessions. */
    public Proof(
            IdentityProvider provider,
            String subject,
            boolean emailConfirmed,
            Map<String, List<String>> claims,
            @Nullable Instant askedAt,
            Set<String> methods) {
        this(provider, subject, emailConfirmed, claims, askedAt, methods, null);
    }

    /** With what the provider has to be told to end its own session. */
    public Proof withLogoutHint(String hint) {
        return new Proof(provider, subject, emailConfirmed, claims, askedAt, methods, hint);
    }

    /** Whether the provider asked for more than a password, in a way that the organization lets count. */
    boolean hasSecondFactor() {
        return provider.secondFactorMethods().stream().anyMatch(methods::contains);
    }
}
