package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.federation.Attempt;
import io.gatehouse.identity.federation.Proof;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.identity.saml.Expectations;
import io.gatehouse.identity.saml.Refusal;
import io.gatehouse.identity.saml.ResponseCheck;
import io.gatehouse.identity.saml.SamlProof;
import io.gatehouse.identity.saml.Verdict;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns an answer into the proof that all kinds of providers give. */
@Component
final class SamlProofs {

    /** The name under which the subject's own name stands among the claims. */
    static final String NAME_ID = "NameID";

    /** Where Microsoft says how somebody signed in, beside the standard's context. */
    private static final String METHODS = "http://schemas.microsoft.com/claims/authnmethodsreferences";

    private final KnownMetadata metadata;
    private final OwnKeys keys;
    private final SamlAddresses addresses;
    private final SubjectHints hints;
    private final Clock clock;

    SamlProofs(KnownMetadata metadata, OwnKeys keys, SamlAddresses addresses, SubjectHints hints, Clock clock) {
        this.metadata = metadata;
        this.keys = keys;
        this.addresses = addresses;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * Checks an answer to an attempt.
     *
     * @param receiver the provider at whose address of ours it arrived
     * @throws SignInRefusal when it proves nothing
     */
    Proof check(Attempt attempt, UUID receiver, String answer) {
        IdentityProvider provider = attempt.provider();
        if (!provider.id().equals(receiver)) {
            throw new SignInRefusal(Reason.ISSUER_MISMATCH, "The answer arrived at another provider's address");
        }
        Expectations expected = new Expectations(
                metadata.of(provider),
                addresses.self(provider),
                keys.all(provider),
                attempt.details(),
                clock.instant());
        return switch (ResponseCheck.check(answer, expected)) {
            case Verdict.Verified(SamlProof proof) -> proof(provider, proof);
            case Verdict.Refused(Refusal reason, String detail) -> throw new SignInRefusal(reason(reason), detail);
        };
    }

    private Proof proof(IdentityProvider provider, SamlProof proof) {
        if (proof.subject().isTransient()) {
            throw new SignInRefusal(
                    Reason.ANSWER_NOT_VALID,
                    "The provider gives people another name each time: let it send a persistent NameID or the e-mail");
        }
        Map<String, List<String>> claims = new HashMap<>(proof.attributes());
        claims.put(NAME_ID, List.of(proof.subject().name()));
        Set<String> methods = new LinkedHashSet<>(proof.contexts());
        methods.addAll(proof.attributes().getOrDefault(METHODS, List.of()));
        return new Proof(provider, proof.subject().name(), true, claims, proof.authenticatedAt(), methods)
                .withLogoutHint(hints.write(proof.subject()));
    }

    private static Reason reason(Refusal refusal) {
        return switch (refusal) {
            case NOT_SUCCESSFUL -> Reason.REFUSED_BY_PROVIDER;
            case WRONG_ISSUER -> Reason.ISSUER_MISMATCH;
            default -> Reason.ANSWER_NOT_VALID;
        };
    }
}
