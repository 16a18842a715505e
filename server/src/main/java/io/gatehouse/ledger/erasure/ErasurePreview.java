package io.gatehouse.ledger.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an order to erase would do.
 *
 * @param subjectType as entries call it: {@code person}, {@code service-account}, {@code device} or {@code invitation}
 * @param values that would be erased
 * @param entries in which they are
 * @param remaining entries that name the subject's id, before and after
 * @param holds that prevent it
 */
record ErasurePreview(
        UUID subject, String subjectType, long values, long entries, long remaining, List<Preventing> holds) {

    /** A hold that prevents it. */
    record Preventing(UUID id, String reason, Instant reviewAt) {}
}
