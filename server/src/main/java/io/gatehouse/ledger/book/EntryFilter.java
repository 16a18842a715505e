package io.gatehouse.ledger.book;

import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is absent does not narrow.
 *
 * @param text words, or beginnings of words, of the action, the object's name or the reason
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

    private static final int LONGEST_TEXT = 200;

    /** Whether it leaves nothing out. */
    public boolean wantsAll() {
        return conditions().isEmpty();
    }

    /** Over the columns of {@code ledger.entry}; the organization is the caller's to give. */
    public Sql.Conditions conditions() {
        return Sql.conditions()
                .when(actor, "actor_id = :actor", "actor")
                .when(action, "action = :action", "action")
                .when(objectType, "object_type = :objectType", "objectType")
                .when(objectId, "object_id = :objectId", "objectId")
                .when(utc(from), "recorded_at >= :from", "from")
                .when(utc(to), "recorded_at < :to", "to")
                .when(
                        words(),
                        "ledger.words(:organization, action, object_name, reason)"
                                + " @@ ledger.word_query(:organization, :text)",
                        "text")
                .when(correlationId, "correlation_id = :correlation", "correlation");
    }

    /** The text to look for, or nothing. */
    @Nullable
    String words() {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw ProblemException.invalid("text", "must have at most " + LONGEST_TEXT + " characters");
        }
        return text == null || text.isBlank() ? null : text;
    }

    /** All values by their names, absent ones too. */
    Sql values() {
        return Sql.of("", "text", words())
                .with("actor", actor)
                .with("action", action)
                .with("objectType", objectType)
                .with("objectId", objectId)
                .with("from", utc(from))
                .with("to", utc(to))
                .with("correlation", correlationId);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
