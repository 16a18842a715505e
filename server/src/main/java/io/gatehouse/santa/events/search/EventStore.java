package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads events. */
@Component
final class EventStore {

    private static final int VERSION = 7;
    private static final int TIME_BITS = 48;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SoftwareFinder software;
    private final DeviceFinder devices;

    EventStore(JdbcClient jdbc, JsonMapper json, SoftwareFinder software, DeviceFinder devices) {
        this.jdbc = jdbc;
        this.json = json;
        this.software = software;
        this.devices = devices;
    }

    /** Events after the cursor, newest first. */
    List<EventRow> list(OrganizationScope scope, EventFilter filter, @Nullable Cursor after, int limit) {
        DecisionFilter decisions = DecisionFilter.of(filter.decision());
        Sql.Conditions conditions = Sql.conditions()
                .and(Sql.of("e.decision = any(:decisions)", "decisions", decisions.array()))
                .when(decisions.text(), "e.decision_text = :decisionText", "decisionText")
                .when(utc(filter.from()), "e.occurred_at >= :from", "from")
                .when(utc(filter.to()), "e.occurred_at < :to", "to")
                .when(filter.device(), "e.device_id = :device", "device");
        EventPlan plan = plan(scope, filter, decisions, conditions);
        return plan.isEmpty() ? List.of() : read(plan.hits(scope, conditions, after, limit));
    }

    private EventPlan plan(
            OrganizationScope scope, EventFilter filter, DecisionFilter decisions, Sql.Conditions conditions) {
        List<EventPlan> plans = new ArrayList<>();
        if (filter.device() != null) {
            plans.add(EventPlan.byDevice(List.of(filter.device())));
        }
        String person = filter.person();
        if (person != null && !person.isBlank()) {
            planByPerson(scope, person.strip(), conditions).ifPresent(plans::add);
        }
        if (filter.namesSoftware()) {
            planBySoftware(scope, filter, conditions).ifPresent(plans::add);
        }
        plans.add(EventPlan.byDecision(decisions));
        return plans.stream().filter(EventPlan::isEmpty).findFirst().orElse(plans.getFirst());
    }

    private Optional<EventPlan> planByPerson(OrganizationScope scope, String person, Sql.Conditions conditions) {
        DeviceFinder.Devices found = devices.of(scope, person);
        conditions.and(Sql.of("(e.executing_user = :person or e.device_id = any(cast(:owned as uuid[])))")
                .with("person", person)
                .with("owned", found.owned().toArray(UUID[]::new)));
        return found.all().size() > DeviceFinder.MOST ? Optional.empty() : Optional.of(EventPlan.byDevice(found.all()));
    }

    private Optional<EventPlan> planBySoftware(OrganizationScope scope, EventFilter filter, Sql.Conditions conditions) {
        List<Long> found = software.find(scope, filter);
        if (found.size() > SoftwareFinder.MOST_KNOWN) {
            conditions.and(software.condition(scope, filter));
            return Optional.empty();
        }
        conditions.and(
                Sql.of("e.software_id = any(cast(:software as bigint[]))", "software", found.toArray(Long[]::new)));
        return found.size() > SoftwareFinder.MOST ? Optional.empty() : Optional.of(EventPlan.bySoftware(found));
    }

    /** One event: its id tells the millisecond in which it occurred. */
    Optional<EventRow> find(OrganizationScope scope, UUID id) {
        if (id.version() != VERSION) {
            return Optional.empty();
        }
        Instant from = Instant.ofEpochMilli(id.getMostSignificantBits() >>> (Long.SIZE - TIME_BITS));
        Sql event = Sql.of("""
                        select e.* from santa.event e
                        where e.organization_id = :organization and e.decision = any(:decisions) and e.id = :id
                            and e.occurred_at >= :from and e.occurred_at < :to
                        """)
                .with("organization", scope.organization().value())
                .with("decisions", DecisionFilter.of(null).array())
                .with("id", id)
                .with("from", utc(from))
                .with("to", utc(from.plus(1, ChronoUnit.MILLIS)));
        return read(event).stream().findFirst();
    }

    private List<EventRow> read(Sql events) {
        return Sql.of(EventRow.SELECT)
                .append(events)
                .append(EventRow.JOINS)
                .on(jdbc)
                .query((row, _) -> EventRow.read(row, json))
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
