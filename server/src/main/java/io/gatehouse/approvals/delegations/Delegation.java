package io.gatehouse.approvals.delegations;

import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may decide in the place of somebody else for a while.
 *
 * @param from whose right it is
 * @param to who may use it as well
 * @param kind of the requests; null: of every kind
 * @param team whose people's requests it is about, with the teams below it; null: everybody's
 * @param givenBy the one whose right it is, or an administrator in their absence
 * @param endedAt when it was ended before its time; null when it was not
 */
record Delegation(
        UUID id,
        Party from,
        Party to,
        Instant startsAt,
        Instant endsAt,
        @Nullable String kind,
        @Nullable TeamId team,
        Party givenBy,
        Instant givenAt,
        @Nullable Instant endedAt) {

    /** Somebody, as they were called when the delegation was given. */
    record Party(PersonId id, String displayName) {}

    boolean isOver(Instant now) {
        return endedAt != null || !endsAt.isAfter(now);
    }

    boolean concerns(PersonId person) {
        return from.id().equals(person) || to.id().equals(person);
    }
}
