package io.gatehouse.ledger.book;

import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is absent does not narrow.
 *
 * @param text part of the object's name, the reason or the action
 */
public record EntryFilter(
        @Nullable UUID actor,
        @Nullable String action,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        @Nullable String correlationId) {

    /** Whether it leaves nothing out. */
    public boolean wantsAll() {
        return conditions().isEmpty();
    }

    /** Over the columns of {@code ledger.entry}. */
    public Sql.Conditions conditions() {
        return Sql.conditions()
                .when(actor, "actor_id = :actor", "actor")
                .when(action, "action = :action", "action")
                .when(objectType, "object_type = :objectType", "objectType")
                .when(objectId, "object_id = :objectId", "objectId")
                .when(from == null ? null : from.atOffset(ZoneOffset.UTC), "recorded_at >= :from", "from")
                .when(to == null ? null : to.atOffset(ZoneOffset.UTC), "recorded_at < :to", "to")
                .when(
                        Sql.containing(text),
                        "(object_name ilike :text or reason ilike :text or action ilike :text)",
                        "text")
                .when(correlationId, "correlation_id = :correlation", "correlation");
    }
}
