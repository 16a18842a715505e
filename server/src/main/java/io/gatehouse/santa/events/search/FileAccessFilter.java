package io.gatehouse.santa.events.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions of file access policies are wanted; what is absent does not narrow.
 *
 * @param rule name of the policy's rule
 * @param target whole path
 * @param decision the protocol's name without its prefix, or the text that a Mac sent
 * @param to not included
 */
record FileAccessFilter(
        @Nullable String rule,
        @Nullable String target,
        @Nullable UUID device,
        @Nullable String decision,
        @Nullable Instant from,
        @Nullable Instant to) {}
