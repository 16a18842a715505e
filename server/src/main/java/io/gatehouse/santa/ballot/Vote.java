package io.gatehouse.santa.ballot;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person said in one round of a ballot; immutable. A later vote of theirs takes its place.
 *
 * @param points what it weighs, in hundredths, as it was when it was given
 * @param reason never null when it says that something looks bad
 */
public record Vote(
        UUID id,
        PersonId person,
        Side side,
        int points,
        @Nullable String reason,
        Instant at) {}
