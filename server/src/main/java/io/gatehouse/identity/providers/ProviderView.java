package io.gatehouse.identity.providers;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/**
 * A provider with all that belongs to its set-up.
 *
 * @param addresses what must be entered at the provider, by name
 * @param rules what claims give
 * @param endings what ends soon, or has ended
 */
record ProviderView(
        IdentityProvider provider,
        SequencedMap<String, String> addresses,
        List<MappingRule> rules,
        List<Ending> endings) {

    /** What ends when. */
    record Ending(Ends what, Instant at) {}
}
