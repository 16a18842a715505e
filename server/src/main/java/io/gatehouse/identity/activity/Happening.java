package io.gatehouse.identity.activity;

import io.gatehouse.identity.session.Factor;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept.
 *
 * @param id equal for all that count as one
 * @param organization the only one that it concerns; null for all that the person belongs to or is engaged for
 * @param through whose identity provider vouches for the person: then it concerns that one, and customers that the person
 *     is engaged for as one of its own, and no other; null when none does
 */
record Happening(
        UUID id,
        Instant at,
        PersonId person,
        @Nullable OrganizationId organization,
        @Nullable OrganizationId through,
        ActivityKind kind,
        Set<Factor> factors,
        String detail,
        Origin origin) {

    static Happening once(
            PersonId person, @Nullable OrganizationId through, ActivityKind kind, Set<Factor> factors, Instant now) {
        return new Happening(Ids.next(), now, person, null, through, kind, factors, "", Origin.current());
    }

    /** A factor that was wrong. */
    static Happening refusedFactor(PersonId person, @Nullable OrganizationId through, Factor factor, Instant now) {
        Set<Factor> factors = Set.of(factor);
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        UUID id = idOf(person, ActivityKind.SIGN_IN_REFUSED, factors.toString(), minute);
        return new Happening(
                id, minute, person, null, through, ActivityKind.SIGN_IN_REFUSED, factors, "", Origin.current());
    }

    /** A permission that was missing. */
    static Happening missingPermission(PersonId person, OrganizationId organization, String needed, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        UUID id = idOf(person, ActivityKind.PERMISSION_REFUSED, needed, minute);
        return new Happening(
                id,
                minute,
                person,
                organization,
                null,
                ActivityKind.PERMISSION_REFUSED,
                Set.of(),
                needed,
                Origin.current());
    }

    /** One for each person, kind, detail and minute, however often it happens: refusals cost those who cause them nothing. */
    private static UUID idOf(PersonId person, ActivityKind kind, String detail, Instant minute) {
        String same = String.join(" ", person.toString(), kind.name(), detail, minute.toString());
        return UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8));
    }
}
