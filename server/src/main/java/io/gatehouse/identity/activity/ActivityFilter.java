package io.gatehouse.identity.activity;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sql;
import io.gatehouse.ledger.ChangeQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which activity is wanted; what is absent does not narrow. */
record ActivityFilter(
        @Nullable UUID person,
        @Nullable ActivityKind kind,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** In the book as well, for ever; here with factors and origin. */
    private static final Set<String> TOLD = Set.of("person.sign-in", "person.sign-out");

    boolean wantsChanges() {
        return kind == null || kind == ActivityKind.CHANGED;
    }

    boolean wantsOthers() {
        return kind != ActivityKind.CHANGED;
    }

    boolean wants(PersonId somebody) {
        return person == null || person.equals(somebody.value());
    }

    ActivityFilter of(PersonId somebody) {
        return new ActivityFilter(somebody.value(), kind, from, to);
    }

    ChangeQuery changes(@Nullable Cursor after, int limit) {
        return new ChangeQuery(person, TOLD, from, to, after, limit);
    }

    Sql.Conditions conditions() {
        return Sql.conditions()
                .when(person, "a.person_id = :person", "person")
                .when(kind == null ? null : kind.name(), "a.kind = :kind", "kind")
                .when(from == null ? null : from.atOffset(ZoneOffset.UTC), "a.at >= :from", "from")
                .when(to == null ? null : to.atOffset(ZoneOffset.UTC), "a.at < :to", "to");
    }
}
