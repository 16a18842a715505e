package io.gatehouse.santa.events.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is absent does not narrow.
 *
 * @param file part of the file's name
 * @param signer part of the signer's name or organization
 * @param person who ran it, by the name on the Mac; or whose Macs, by e-mail address or id
 * @param decision see {@link DecisionFilter}
 * @param to not included
 * @param text part of the file's name, the signer or the signing id
 */
record EventFilter(
        @Nullable String file,
        @Nullable String signer,
        @Nullable String teamId,
        @Nullable String signingId,
        @Nullable String sha256,
        @Nullable UUID device,
        @Nullable String person,
        @Nullable String decision,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {

    /** Whether the filter speaks of files, so that these are looked up first. */
    boolean namesSoftware() {
        return isGiven(file)
                || isGiven(signer)
                || isGiven(teamId)
                || isGiven(signingId)
                || isGiven(sha256)
                || isGiven(text);
    }

    static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
