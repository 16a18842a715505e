package io.gatehouse.identity.saml;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider proved about somebody.
 *
 * @param subject whom
 * @param authenticatedAt when they showed the provider who they are
 * @param contexts how, as classes of the standard or of the provider
 * @param attributes name to values
 */
public record SamlProof(
        Subject subject, Instant authenticatedAt, Set<String> contexts, Map<String, List<String>> attributes) {

    /** Takes copies. */
    public SamlProof {
        contexts = Set.copyOf(contexts);
        attributes = Map.copyOf(attributes);
    }

    /**
     * Whom a provider speaks of.
     *
     * @param format of the name, as the standard names it
     * @param qualifier the name space of the name
     * @param session the provider's own session, which single logout names
     */
    public record Subject(
            String name,
            String format,
            @Nullable String qualifier,
            @Nullable String session) {

        /** Whether the name is another one each time, so that nobody can be known by it. */
        public boolean isTransient() {
            return NameFormat.TRANSIENT.uri().equals(format);
        }
    }
}
