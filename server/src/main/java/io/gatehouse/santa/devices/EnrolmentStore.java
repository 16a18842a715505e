package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.TagRef;
import java.sql.ResultSet;
import java.sql.SQLException;
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

@Repository
final class EnrolmentStore {

    private final JdbcClient jdbc;

    EnrolmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of {@code santa.enrolment} with figures of its devices. */
    record Row(
            UUID id,
            String name,
            @Nullable Integer maximumDevices,
            List<UUID> tagIds,
            @Nullable Instant revokedAt,
            long devices,
            boolean certificates) {}

    List<Row> all(OrganizationId organization) {
        return jdbc.sql("""
                        select e.*, coalesce(d.devices, 0) as devices, coalesce(d.certificates, false) as certificates
                        from santa.enrolment e
                        left join (
                            select enrolment_id, count(*) as devices,
                                bool_or(credential_kind = 'CERTIFICATE') as certificates
                            from santa.device where organization_id = :organization and retired_at is null
                            group by enrolment_id) d on d.enrolment_id = e.id
                        where e.organization_id = :organization
                        order by e.name, e.id
                        """)
                .param("organization", organization.value())
                .query(EnrolmentStore::row)
                .list();
    }

    Optional<Row> lock(OrganizationId organization, UUID id) {
        return jdbc.sql("""
                        select e.*,
                            (select count(*) from santa.device d where d.organization_id = e.organization_id
                                and d.enrolment_id = e.id and d.retired_at is null) as devices,
                            exists (select 1 from santa.device d where d.organization_id = e.organization_id
                                and d.enrolment_id = e.id and d.retired_at is null
                                and d.credential_kind = 'CERTIFICATE') as certificates
                        from santa.enrolment e
                        where e.organization_id = ? and e.id = ?
                        for update of e
                        """)
                .params(organization.value(), id)
                .query(EnrolmentStore::row)
                .optional();
    }

    /** Secrets in force, by enrolment, oldest first. */
    Map<UUID, List<Enrolment.Secret>> secrets(OrganizationId organization, Instant now) {
        Map<UUID, List<Enrolment.Secret>> secrets = new HashMap<>();
        jdbc.sql("""
                        select * from santa.enrolment_secret
                        where organization_id = :organization and (retires_at is null or retires_at > :now)
                        order by created_at, id
                        """)
                .param("organization", organization.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    secrets.computeIfAbsent(row.getObject("enrolment_id", UUID.class), _ -> new ArrayList<>())
                            .add(secret(row));
                });
        return secrets;
    }

    /** Secrets with these ids, in force or not. */
    List<Enrolment.Secret> secrets(OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql("""
                        select * from santa.enrolment_secret
                        where organization_id = :organization and id = any(:ids)
                        order by created_at, id
                        """)
                .param("organization", organization.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> secret(row))
                .list();
    }

    Map<UUID, TagRef> tags(OrganizationId organization) {
        Map<UUID, TagRef> tags = new HashMap<>();
        jdbc.sql("select id, name, color from santa.tag where organization_id = ?")
                .param(organization.value())
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    tags.put(id, new TagRef(id, row.getString("name"), row.getString("color")));
                });
        return tags;
    }

    void insert(OrganizationId organization, UUID id, String name, Collection<UUID> tags, @Nullable Integer maximum) {
        jdbc.sql("""
                        insert into santa.enrolment (organization_id, id, name, tag_ids, maximum_devices)
                        values (:organization, :id, :name, :tags, :maximum)
                        """)
                .param("organization", organization.value())
                .param("id", id)
                .param("name", name)
                .param("tags", tags.toArray(UUID[]::new))
                .param("maximum", maximum)
                .update();
    }

    void addSecret(OrganizationId organization, UUID id, UUID enrolment, NewSecret secret) {
        jdbc.sql("""
                        insert into santa.enrolment_secret (organization_id, id, enrolment_id, secret_hash, hint)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(organization.value(), id, enrolment, secret.hash(), secret.hint())
                .update();
    }

    /** Lets the enrolment's other secrets retire then, unless they do so earlier. */
    void retireOthers(OrganizationId organization, UUID enrolment, UUID except, Instant when) {
        jdbc.sql("""
                        update santa.enrolment_secret set retires_at = least(retires_at, :at)
                        where organization_id = :organization and enrolment_id = :enrolment and id <> :except
                        """)
                .param("at", when.atOffset(ZoneOffset.UTC))
                .param("organization", organization.value())
                .param("enrolment", enrolment)
                .param("except", except)
                .update();
    }

    /** Ends one secret; false when it is not in force. */
    boolean retire(OrganizationId organization, UUID enrolment, UUID secret, Instant now) {
        return jdbc.sql("""
                        update santa.enrolment_secret set retires_at = :now
                        where organization_id = :organization and enrolment_id = :enrolment and id = :secret
                          and (retires_at is null or retires_at > :now)
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("organization", organization.value())
                        .param("enrolment", enrolment)
                        .param("secret", secret)
                        .update()
                == 1;
    }

    void revoke(OrganizationId organization, UUID id, Instant now) {
        jdbc.sql("update santa.enrolment set revoked_at = ? where organization_id = ? and id = ?")
                .params(now.atOffset(ZoneOffset.UTC), organization.value(), id)
                .update();
    }

    /** Whether a secret in force of that enrolment has this hash. */
    boolean isInForce(OrganizationId organization, UUID enrolment, byte[] hash, Instant now) {
        return jdbc.sql("""
                        select count(*) from santa.enrolment_secret
                        where organization_id = :organization and secret_hash = :hash and enrolment_id = :enrolment
                          and (retires_at is null or retires_at > :now)
                        """)
                        .param("organization", organization.value())
                        .param("hash", hash)
                        .param("enrolment", enrolment)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("name"),
                (Integer) row.getObject("maximum_devices"),
                List.of((UUID[]) row.getArray("tag_ids").getArray()),
                Rows.instantOrNull(row, "revoked_at"),
                row.getLong("devices"),
                row.getBoolean("certificates"));
    }

    private static Enrolment.Secret secret(ResultSet row) throws SQLException {
        return new Enrolment.Secret(
                row.getObject("id", UUID.class),
                row.getString("hint"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "retires_at"),
                Rows.instantOrNull(row, "last_used_at"));
    }
}
