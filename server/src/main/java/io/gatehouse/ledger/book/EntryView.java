package io.gatehouse.ledger.book;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry as a person reads it, with the values that it commits to, as far as they were not erased.
 *
 * @param leafHash hexadecimal
 * @param index in the organization's tree, by which proofs name it; null for about a second, until it is sequenced
 * @param canonical the bytes that the hash is of; only in an entry's details
 * @param erased which values were erased, and by whose order; only in an entry's details
 */
record EntryView(
        UUID id,
        Instant recordedAt,
        Actor actor,
        String action,
        ObjectView object,
        @Nullable String reason,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        String correlationId,
        String leafHash,
        @Nullable Long index,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String canonical,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Erased> erased) {

    /** What an action was done to. */
    record ObjectView(String type, String id, String name) {}

    /**
     * A value that is gone.
     *
     * @param path JSON pointer in the entry
     * @param order id of the entry that ordered it; null when the order is not in this book any more
     */
    record Erased(
            String path,
            UUID subject,
            @Nullable UUID order,
            @Nullable Instant at,
            @Nullable Actor by) {}

    EntryView with(String bytes, List<Erased> gone) {
        return new EntryView(
                id,
                recordedAt,
                actor,
                action,
                object,
                reason,
                before,
                after,
                correlationId,
                leafHash,
                index,
                bytes,
                gone);
    }
}
