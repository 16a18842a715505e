package io.gatehouse.identity.providers;

import io.gatehouse.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What differs between the kinds of identity providers; each kind's package implements it and does nothing else. */
public interface ProviderKind {

    /** Which one it is. */
    Kind kind();

    /**
     * Checks settings that somebody wants to keep.
     *
     * @return those that the kind knows, cleaned
     * @throws ProblemException naming the field {@code settings.x} and the allowed form
     */
    Map<String, String> checked(Preset preset, Map<String, String> settings);

    /** Under which names such a provider usually says what. */
    ClaimNames usualClaims(Preset preset);

    /** What whoever sets it up must enter at the provider, by name, in the order in which it is shown. */
    SequencedMap<String, String> addresses(IdentityProvider provider);

    /** What ends when, as far as is known without asking the provider. */
    default Map<Ends, Instant> endings(IdentityProvider provider) {
        return Map.of();
    }

    /** Asks the provider as a sign-in would, as far as that goes without a person. */
    List<Finding> diagnose(IdentityProvider provider);
}
