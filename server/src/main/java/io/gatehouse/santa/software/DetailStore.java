package io.gatehouse.santa.software;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.rules.SoftwareIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the page of one file shows beside its figures. */
@Component
final class DetailStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DetailStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How the file is signed. */
    record Signature(SoftwareIdentity identity, String signingStatus, List<SoftwareDetail.Certificate> chain) {}

    Signature signature(OrganizationScope scope, long id) {
        return jdbc.sql("select * from santa.software where organization_id = ? and id = ?")
                .params(scope.organization().value(), id)
                .query((row, _) -> new Signature(
                        identity(row), row.getString("signing_status"), chain(row.getString("signing_chain"))))
                .single();
    }

    private static SoftwareIdentity identity(ResultSet row) throws SQLException {
        String status = row.getString("signing_status");
        return new SoftwareIdentity(
                row.getString("sha256"),
                row.getString("cdhash"),
                row.getString("signing_id"),
                row.getString("certificate_sha256"),
                row.getString("team_id"),
                Arrays.stream(SigningStatus.values())
                        .filter(known -> known.name().equals(status))
                        .findFirst()
                        .orElse(null),
                "");
    }

    private List<SoftwareDetail.Certificate> chain(String text) {
        List<SoftwareDetail.Certificate> chain = new ArrayList<>();
        for (JsonNode told : json.readTree(text)) {
            chain.add(new SoftwareDetail.Certificate(
                    text(told, "sha256"),
                    text(told, "commonName"),
                    text(told, "organization"),
                    text(told, "organizationalUnit"),
                    time(told, "validFrom"),
                    time(told, "validUntil")));
        }
        return chain;
    }

    private static @Nullable String text(JsonNode told, String name) {
        return told.path(name).isString() ? told.path(name).asString() : null;
    }

    private static @Nullable Instant time(JsonNode told, String name) {
        return told.path(name).isNumber()
                ? Instant.ofEpochSecond(told.path(name).asLong())
                : null;
    }

    List<SoftwareDetail.BundleRef> bundles(OrganizationScope scope, String sha256) {
        return jdbc.sql("""
                        select b.bundle_hash, b.name, b.version_string from santa.bundle b
                        where b.organization_id = :organization and b.bundle_hash in (
                            select m.bundle_hash from santa.bundle_member m
                            where m.organization_id = :organization and m.sha256 = :sha256
                            union select s.bundle_hash from santa.software s
                            where s.organization_id = :organization and s.sha256 = :sha256)
                        order by b.first_seen_at desc limit 20
                        """)
                .param("organization", scope.organization().value())
                .param("sha256", sha256)
                .query((row, _) -> new SoftwareDetail.BundleRef(
                        row.getString(1),
                        SoftwareStore.orNull(row.getString(2)),
                        SoftwareStore.orNull(row.getString(3))))
                .list();
    }

    List<String> paths(OrganizationScope scope, long id) {
        return jdbc.sql("""
                        select distinct file_path from (
                            select file_path from santa.event where organization_id = ? and software_id = ?
                            order by occurred_at desc limit 1000) newest
                        order by file_path limit 20
                        """)
                .params(scope.organization().value(), id)
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<String> versions(OrganizationScope scope, SoftwareIdentity identity) {
        return jdbc.sql("""
                        select distinct bundle_version_string from (
                            select bundle_version_string from santa.software
                            where organization_id = :organization
                                and (sha256 = :sha256 or (signing_id = :signingId and :signingId <> ''))
                            limit 1000) family
                        where bundle_version_string <> '' order by 1 limit 20
                        """)
                .param("organization", scope.organization().value())
                .param("sha256", identity.sha256())
                .param("signingId", identity.signingId())
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<SoftwareDetail.Device> devices(OrganizationScope scope, long id) {
        return jdbc.sql("""
                        with recent as (
                            select device_id, max(occurred_at) as last_seen_at from (
                                select device_id, occurred_at from santa.event
                                where organization_id = :organization and software_id = :software
                                order by occurred_at desc limit 10000) newest
                            group by device_id)
                        select d.id, d.hostname, d.serial_number, d.machine_id, p.first_seen_at,
                            greatest(p.first_seen_at, r.last_seen_at) as last_seen_at
                        from (
                            select * from santa.software_device
                            where organization_id = :organization and software_id = :software limit 10000) p
                        join santa.device d on d.organization_id = p.organization_id and d.id = p.device_id
                        left join recent r on r.device_id = p.device_id
                        order by r.last_seen_at desc nulls last, p.first_seen_at desc, d.id limit 50
                        """)
                .param("organization", scope.organization().value())
                .param("software", id)
                .query((row, _) -> new SoftwareDetail.Device(
                        new DeviceRef(
                                row.getObject("id", UUID.class),
                                row.getString("hostname"),
                                row.getString("serial_number"),
                                row.getString("machine_id")),
                        Rows.instant(row, "first_seen_at"),
                        Rows.instant(row, "last_seen_at")))
                .list();
    }

    /** How many files and devices share the signing id. */
    SoftwareDetail.Family sameSigningId(OrganizationScope scope, String signingId) {
        return family(scope, "signing_id = ?", signingId);
    }

    /** How many files and devices share the team. */
    SoftwareDetail.Family sameTeam(OrganizationScope scope, String teamId) {
        return family(scope, "team_id = ?", teamId);
    }

    private SoftwareDetail.Family family(OrganizationScope scope, String condition, String identifier) {
        return jdbc.sql("with family as materialized (select organization_id, id from santa.software"
                        + " where organization_id = ? and " + condition + " limit 10000) " + """
                        select (select count(*) from family), (
                            select count(distinct device_id) from (
                                select d.device_id from family f
                                join santa.software_device d
                                    on d.organization_id = f.organization_id and d.software_id = f.id
                                limit 10000) shown)
                        """)
                .params(scope.organization().value(), identifier)
                .query((row, _) -> new SoftwareDetail.Family(row.getLong(1), row.getLong(2)))
                .single();
    }
}
