package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.saml.SamlProof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A subject with the provider's session, as a session of ours keeps it. */
@Component
final class SubjectHints {

    private final JsonMapper json;

    SubjectHints(JsonMapper json) {
        this.json = json;
    }

    /** The fields that are kept, and nothing that is derived of them. */
    private record Kept(
            String name,
            String format,
            @Nullable String qualifier,
            @Nullable String session) {}

    String write(SamlProof.Subject subject) {
        return json.writeValueAsString(
                new Kept(subject.name(), subject.format(), subject.qualifier(), subject.session()));
    }

    SamlProof.Subject read(String hint) {
        Kept kept = json.readValue(hint, Kept.class);
        return new SamlProof.Subject(kept.name(), kept.format(), kept.qualifier(), kept.session());
    }
}
