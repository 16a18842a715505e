package io.gatehouse.santa.devices;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.TagRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads devices. */
@Repository
final class DeviceStore {

    static final String BY_HOSTNAME = "hostname";

    private static final Instant BEGINNING = Instant.EPOCH;

    private static final String SHOWN = """
            select d.*,
                case when d.credential_released and d.credential_released_until > :now
                    then d.credential_released_until end as released_until,
                y.last_sync_at, y.next_expected_at, y.hash_state, y.rules_hash, y.acked_hash, y.binary_rules,
                y.certificate_rules, y.compiler_rules, y.transitive_rules, y.teamid_rules, y.signingid_rules,
                y.cdhash_rules, y.clean_requested, coalesce(y.last_sync_at, :beginning) as sort_time,
                case when y.acked_policy_id = d.policy_id then y.acked_sequence else -1 end as held,
                greatest(p.head_sequence, d.own_head_sequence) as head, e.name as enrolment_name,
                %s as health
            from santa.device d
            join santa.device_sync y on y.organization_id = d.organization_id and y.device_id = d.id
            join santa.policy p on p.organization_id = d.organization_id and p.id = d.policy_id
            join santa.enrolment e on e.organization_id = d.organization_id and e.id = d.enrolment_id
            """.formatted(DeviceHealth.EXPRESSION);

    /** The time of the last sync has no index: one more index would be written at every sync of every device. */
    private static final Map<String, String> ORDERS = Map.of(
            BY_HOSTNAME,
            "d.hostname asc, d.id asc",
            "lastSyncAt",
            "sort_time asc, d.id asc",
            "-lastSyncAt",
            "sort_time desc, d.id desc");

    private final JdbcClient jdbc;

    DeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<DeviceRow> page(
            OrganizationId organization,
            DeviceQuery query,
            String sort,
            @Nullable String cursor,
            int limit,
            Instant now) {
        List<DeviceRow> rows = statement(organization, query, sort, Cursor.decode(cursor, 2), now)
                .append(Sql.of("limit :limit", "limit", limit + 1))
                .on(jdbc)
                .query(DeviceRow::of)
                .list();
        return Page.of(
                rows,
                limit,
                row -> Cursor.of(
                        sort.equals(BY_HOSTNAME)
                                ? row.hostname()
                                : row.lastSyncAt() == null ? BEGINNING : row.lastSyncAt(),
                        row.id()));
    }

    /** The statement behind the first page, for looking at its plan. */
    Sql statement(OrganizationId organization, DeviceQuery query, String sort, Instant now) {
        return statement(organization, query, sort, null, now);
    }

    Optional<DeviceRow> find(OrganizationId organization, UUID id, Instant now) {
        return Sql.of(SHOWN)
                .append("where d.organization_id = :organization and d.id = :id")
                .with("organization", organization.value())
                .with("id", id)
                .with("now", now.atOffset(ZoneOffset.UTC))
                .with("beginning", BEGINNING.atOffset(ZoneOffset.UTC))
                .on(jdbc)
                .query(DeviceRow::of)
                .optional();
    }

    /** The tags of each device, strongest first. */
    Map<UUID, List<TagRef>> tags(OrganizationId organization, Collection<UUID> devices) {
        Map<UUID, List<TagRef>> tags = new HashMap<>();
        jdbc.sql("""
                        select dt.device_id, t.id, t.name, t.color
                        from santa.device_tag dt
                        join santa.tag t on t.organization_id = dt.organization_id and t.id = dt.tag_id
                        where dt.organization_id = :organization and dt.device_id = any(:devices)
                        order by t.position, t.id
                        """)
                .param("organization", organization.value())
                .param("devices", devices.toArray(UUID[]::new))
                .query(row -> {
                    tags.computeIfAbsent(row.getObject("device_id", UUID.class), _ -> new ArrayList<>())
                            .add(new TagRef(
                                    row.getObject("id", UUID.class), row.getString("name"), row.getString("color")));
                });
        return tags;
    }

    /** How many entries of each layer come after the sequence that is held of it; retracted rules count where it holds any. */
    Map<Held, Long> behind(OrganizationId organization, Collection<Held> held) {
        Map<Held, Long> behind = new HashMap<>();
        jdbc.sql("""
                        select h.layer, h.sequence, (
                            select count(*) from santa.policy_entry e
                            where e.organization_id = :organization and e.layer_id = h.layer
                              and e.sequence > h.sequence and (h.sequence >= 0 or not e.removed)) as entries
                        from unnest(cast(:layers as uuid[]), cast(:sequences as bigint[])) as h(layer, sequence)
                        """)
                .param("organization", organization.value())
                .param("layers", held.stream().map(Held::layer).toArray(UUID[]::new))
                .param("sequences", held.stream().map(Held::sequence).toArray(Long[]::new))
                .query(row -> {
                    behind.put(
                            new Held(row.getObject("layer", UUID.class), row.getLong("sequence")),
                            row.getLong("entries"));
                });
        return behind;
    }

    /** Up to where a layer is held; -1: nothing of it. */
    record Held(UUID layer, long sequence) {}

    private static Sql statement(
            OrganizationId organization, DeviceQuery query, String sort, @Nullable Cursor after, Instant now) {
        String order = ORDERS.get(sort);
        if (order == null) {
            throw CommonProblem.INVALID.because(
                    "sort must be one of " + ORDERS.keySet().stream().sorted().toList());
        }
        Sql.Conditions conditions = Sql.conditions()
                .and(Sql.of("d.organization_id = :organization", "organization", organization.value()))
                .and(Sql.of(Boolean.TRUE.equals(query.retired()) ? "d.retired_at is not null" : "d.retired_at is null"))
                .when(
                        Sql.containing(query.text()),
                        "(d.hostname ilike :text or d.serial_number ilike :text or d.machine_id ilike :text"
                                + " or d.primary_user ilike :text)",
                        "text")
                .when(
                        query.tag(),
                        "d.id in (select dt.device_id from santa.device_tag dt"
                                + " where dt.organization_id = :organization and dt.tag_id = :tag)",
                        "tag")
                .when(query.clientMode() == null ? null : query.clientMode().name(), "d.client_mode = :mode", "mode")
                .when(
                        query.health() == null ? null : query.health().name(),
                        DeviceHealth.EXPRESSION + " = :health",
                        "health")
                .when(query.owner(), "d.owner_id = :owner", "owner")
                .when(query.enrolment(), "d.enrolment_id = :enrolment", "enrolment");
        return Sql.of(SHOWN)
                .append((after == null ? conditions : conditions.and(after(sort, after))).where())
                .append("order by " + order)
                .with("now", now.atOffset(ZoneOffset.UTC))
                .with("beginning", BEGINNING.atOffset(ZoneOffset.UTC));
    }

    private static Sql after(String sort, Cursor cursor) {
        Sql condition = switch (sort) {
            case BY_HOSTNAME -> Sql.of("(d.hostname, d.id) > (:afterKey, :afterId)", "afterKey", cursor.text(0));
            case "lastSyncAt" ->
                Sql.of(
                        "(coalesce(y.last_sync_at, :beginning), d.id) > (:afterKey, :afterId)",
                        "afterKey",
                        cursor.time(0));
            default ->
                Sql.of(
                        "(coalesce(y.last_sync_at, :beginning), d.id) < (:afterKey, :afterId)",
                        "afterKey",
                        cursor.time(0));
        };
        return condition.with("afterId", cursor.id(1));
    }
}
