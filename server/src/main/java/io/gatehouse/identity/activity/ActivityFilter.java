package io.gatehouse.identity.activity;

import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which activity is wanted; what is absent does not narrow. */
record ActivityFilter(
        @Nullable UUID person,
        @Nullable ActivityKind kind,
        @Nullable Instant from,
        @Nullable Instant to) {

    Sql.Conditions conditions() {
        return Sql.conditions()
                .when(person, "a.person_id = :person", "person")
                .when(kind == null ? null : kind.name(), "a.kind = :kind", "kind")
                .when(from == null ? null : from.atOffset(ZoneOffset.UTC), "a.at >= :from", "from")
                .when(to == null ? null : to.atOffset(ZoneOffset.UTC), "a.at < :to", "to");
    }
}
