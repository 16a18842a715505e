package io.gatehouse.ledger.holds;

import io.gatehouse.kernel.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold as somebody asks for it.
 *
 * @param subjects whose values are kept; empty means everybody's
 * @param from when the first entries that it keeps were recorded; null means from the beginning
 * @param to before when the last were; null means without end
 * @param reviewAt when somebody has to look whether it is still needed
 */
record HoldDraft(
        @NotBlank @Size(min = 10, max = 2000) String reason,
        @NotNull @Size(max = 200) List<UUID> subjects,
        @Nullable Instant from,
        @Nullable Instant to,
        @NotNull Instant reviewAt) {

    /** How far ahead a review may be. */
    static final Duration LATEST_REVIEW = Duration.ofDays(730);

    HoldDraft checked(Clock clock) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid("to", "must be after from");
        }
        checkReview(reviewAt, clock);
        return new HoldDraft(
                reason.strip(), subjects.stream().distinct().sorted().toList(), from, to, reviewAt);
    }

    static void checkReview(Instant reviewAt, Clock clock) {
        Instant now = clock.instant();
        if (!reviewAt.isAfter(now) || reviewAt.isAfter(now.plus(LATEST_REVIEW))) {
            throw ProblemException.invalid("reviewAt", "must be within the next " + LATEST_REVIEW.toDays() + " days");
        }
    }
}
