package io.gatehouse.ledger;

import io.gatehouse.kernel.Cursor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are wanted; what is absent does not narrow.
 *
 * @param person who made them
 * @param except actions that the caller knows from elsewhere
 * @param after time and id of the change after which, going back, the next ones are wanted
 * @param limit how many at most
 */
public record ChangeQuery(
        @Nullable UUID person,
        Set<String> except,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Cursor after,
        int limit) {

    /** Takes a copy. */
    public ChangeQuery {
        except = Set.copyOf(except);
    }
}
