package io.gatehouse.santa.events.search;

import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.DeviceRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event with its device and its file's facts: those that the event told itself where they differ from the known ones.
 *
 * @param details what is shown and never searched
 * @param facts names as the intake writes them
 */
record EventRow(
        UUID id,
        Instant occurredAt,
        Instant receivedAt,
        DeviceRef device,
        short decision,
        @Nullable String decisionText,
        String filePath,
        String sha256,
        String executingUser,
        String parentName,
        int pid,
        int ppid,
        boolean staticRule,
        String bundleHash,
        Told details,
        Told facts) {

    /** The columns that {@link #read} needs; {@code e} is the event. */
    static final String SELECT = """
            select e.*, s.sha256, s.bundle_hash, d.hostname, d.serial_number, d.machine_id,
                coalesce(e.details, '{}') as told,
                coalesce(e.details -> 'facts', s.first_facts, santa.facts_of(s)) as facts
            from (
            """;

    /** The joins that follow the events. */
    static final String JOINS = """
            ) e
            join santa.software s on s.organization_id = e.organization_id and s.id = e.software_id
            left join santa.device d on d.organization_id = e.organization_id and d.id = e.device_id
            order by e.occurred_at desc, e.id desc
            """;

    static EventRow read(ResultSet row, JsonMapper json) throws SQLException {
        return new EventRow(
                row.getObject("id", UUID.class),
                Rows.instant(row, "occurred_at"),
                Rows.instant(row, "received_at"),
                device(row),
                row.getShort("decision"),
                row.getString("decision_text"),
                row.getString("file_path"),
                row.getString("sha256"),
                row.getString("executing_user"),
                row.getString("parent_name"),
                row.getInt("pid"),
                row.getInt("ppid"),
                row.getBoolean("static_rule"),
                row.getString("bundle_hash"),
                new Told(json.readTree(row.getString("told"))),
                new Told(json.readTree(row.getString("facts"))));
    }

    /** The event's device; its names are empty when it is no longer there. */
    static DeviceRef device(ResultSet row) throws SQLException {
        return new DeviceRef(
                row.getObject("device_id", UUID.class),
                text(row, "hostname"),
                text(row, "serial_number"),
                text(row, "machine_id"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    EventView view() {
        return new EventView(
                id,
                occurredAt,
                receivedAt,
                device,
                DecisionFilter.name(decision, decisionText),
                DecisionFilter.BLOCKING.contains(decision),
                orEmpty(facts.text("fileName")),
                filePath,
                sha256,
                facts.text("cdhash"),
                facts.text("signingId"),
                facts.text("teamId"),
                signer(),
                orNull(executingUser),
                orNull(parentName),
                pid,
                ppid,
                bundle());
    }

    private EventView.@Nullable Signer signer() {
        return facts.certificates("signingChain").stream()
                .findFirst()
                .map(leaf -> new EventView.Signer(orEmpty(leaf.commonName()), orEmpty(leaf.organization())))
                .orElse(null);
    }

    private EventView.@Nullable BundleRef bundle() {
        String hash = details.object("bundle").text("hash");
        EventView.BundleRef bundle = new EventView.BundleRef(
                hash == null ? orNull(bundleHash) : hash,
                facts.text("bundleName"),
                facts.text("bundleVersion"),
                facts.text("bundleId"));
        return bundle.equals(new EventView.BundleRef(null, null, null, null)) ? null : bundle;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
