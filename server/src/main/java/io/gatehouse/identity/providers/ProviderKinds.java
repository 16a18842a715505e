package io.gatehouse.identity.providers;

import io.gatehouse.kernel.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of identity providers that this version knows. */
@Component
public final class ProviderKinds {

    private final Map<Kind, ProviderKind> kinds;

    ProviderKinds(ObjectProvider<ProviderKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ProviderKind::kind, Function.identity()));
    }

    /**
     * What is the kind's own.
     *
     * @throws ProblemException when this version does not know it
     */
    public ProviderKind of(Kind kind) {
        ProviderKind known = kinds.get(kind);
        if (known == null) {
            throw ProblemException.invalid("kind", "must be one of " + kinds.keySet());
        }
        return known;
    }

    /** What of the provider ends when, as far as is known here. */
    public Map<Ends, Instant> endings(IdentityProvider provider) {
        Map<Ends, Instant> endings = new EnumMap<>(Ends.class);
        endings.putAll(of(provider.kind()).endings(provider));
        LocalDate secret = provider.secretExpiresOn();
        if (provider.hasSecret() && secret != null) {
            endings.put(Ends.SECRET, secret.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return endings;
    }
}
