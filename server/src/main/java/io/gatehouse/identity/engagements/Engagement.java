package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a provider with one of its customers, in force or over.
 *
 * @param givenBy null when the reader does not know that person
 * @param expiresAt null: until somebody ends it
 * @param formerId what holds again after an emergency
 * @param end null while it is in force
 */
record Engagement(
        UUID id,
        OrganizationId customerId,
        String customerName,
        OrganizationId providerId,
        PersonRef person,
        EngagementLevel level,
        String reason,
        @Nullable PersonRef givenBy,
        Instant startsAt,
        @Nullable Instant expiresAt,
        @Nullable UUID formerId,
        @Nullable End end) {

    /**
     * How it was over.
     *
     * @param by null for the server itself, or when the reader does not know that person
     */
    record End(
            Instant at,
            EndCause cause,
            @Nullable PersonRef by,
            @Nullable String reason) {}

    /** Whom it is about. */
    record Parties(OrganizationId providerId, OrganizationId customerId, String customerName, PersonRef person) {}

    /**
     * One that begins now.
     *
     * @param before what it replaces, to which an emergency falls back
     */
    static Engagement begin(Parties parties, Terms terms, PersonRef giver, Instant now, @Nullable Engagement before) {
        boolean emergency = terms.level() == EngagementLevel.EMERGENCY;
        return new Engagement(
                Ids.next(),
                parties.customerId(),
                parties.customerName(),
                parties.providerId(),
                parties.person(),
                terms.level(),
                terms.reason().strip(),
                giver,
                now,
                terms.expiresAt(),
                emergency && before != null ? before.lasting() : null,
                null);
    }

    /** The same once more, from that time on. */
    Engagement again(Instant from) {
        return new Engagement(
                Ids.next(),
                customerId,
                customerName,
                providerId,
                person,
                level,
                reason,
                givenBy,
                from,
                expiresAt,
                null,
                null);
    }

    /** Whether it gives exactly that. */
    boolean gives(Terms terms) {
        return level == terms.level() && Objects.equals(expiresAt, terms.expiresAt());
    }

    private @Nullable UUID lasting() {
        return level == EngagementLevel.EMERGENCY ? formerId : id;
    }
}
