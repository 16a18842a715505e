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
 * @param organization the only one that it concerns; null for all that the person belongs to
 */
record Happening(
        UUID id,
        Instant at,
        PersonId person,
        @Nullable OrganizationId organization,
        ActivityKind kind,
        Set<Factor> factors,
        String detail,
        Origin origin) {

    static Happening once(
            PersonId person,
            @Nullable OrganizationId organization,
            ActivityKind kind,
            Set<Factor> factors,
            Instant now) {
        return new Happening(Ids.next(), now, person, organization, kind, factors, "", Origin.current());
    }

    /** One for each person, kind, detail and minute, however often it happens: refusals cost those who cause them nothing. */
    static Happening refusal(
            PersonId person,
            @Nullable OrganizationId organization,
            ActivityKind kind,
            Set<Factor> factors,
            String detail,
            Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        String same = String.join(" ", person.toString(), kind.name(), factors.toString(), detail, minute.toString());
        UUID id = UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8));
        return new Happening(id, minute, person, organization, kind, factors, detail, Origin.current());
    }
}
