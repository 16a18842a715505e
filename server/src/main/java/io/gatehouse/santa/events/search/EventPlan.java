package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a page of events is read: newest first from each of a number of index ranges, as many as the page needs, then the
 * newest of these. The ranges are the devices, else the software, else the decisions that the filter names.
 *
 * @param range the column whose values are the ranges, compared with one of them
 * @param keys array of the column's values; the query makes rows of it
 * @param values one for each range; empty: nothing can match
 */
record EventPlan(String range, String keys, Object[] values) {

    private static final String NEWEST = "order by e.occurred_at desc, e.id desc limit :limit";

    static EventPlan byDevice(List<UUID> devices) {
        return new EventPlan("e.device_id = k.key", "cast(:keys as uuid[])", devices.toArray(UUID[]::new));
    }

    static EventPlan bySoftware(List<Long> software) {
        return new EventPlan("e.software_id = k.key", "cast(:keys as bigint[])", software.toArray(Long[]::new));
    }

    static EventPlan byDecision(DecisionFilter decisions) {
        return new EventPlan("e.decision = k.key", "cast(:keys as smallint[])", decisions.array());
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    /** The events of the page after the cursor, as a query whose rows are those of {@code santa.event}. */
    Sql hits(OrganizationScope scope, Sql.Conditions conditions, @Nullable Cursor after, int limit) {
        conditions.and(Sql.of(range)).and(Sql.of("e.organization_id = :organization"));
        if (after != null) {
            conditions.and(Sql.of("(e.occurred_at, e.id) < (:lastAt, :lastId)")
                    .with("lastAt", after.time(0))
                    .with("lastId", after.id(1)));
        }
        return Sql.of("select e.* from unnest(" + keys
                        + ") as k (key) cross join lateral (select e.* from santa.event e")
                .append(conditions.where())
                .append(NEWEST + ") e")
                .append(NEWEST)
                .with("organization", scope.organization().value())
                .with("keys", values)
                .with("limit", limit);
    }
}
