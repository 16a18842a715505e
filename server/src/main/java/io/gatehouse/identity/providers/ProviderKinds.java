package io.gatehouse.identity.providers;

import io.gatehouse.kernel.ProblemException;
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
}
