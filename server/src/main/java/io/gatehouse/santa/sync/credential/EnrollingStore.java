package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what enrolling and binding change. */
@Repository
final class EnrollingStore {

    /** What decides whether and how a device may come in. */
    record Enrolment(String name, @Nullable Integer maximumDevices, List<UUID> tags) {}

    /** Whether a machine id is known. */
    enum Known {
        NEVER,
        ACTIVE,
        RETIRED
    }

    private final JdbcClient jdbc;

    EnrollingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The enrolment, locked so that its devices can be counted. */
    Enrolment locked(OrganizationScope scope, UUID enrolment) {
        return jdbc.sql("""
                        select name, maximum_devices, tag_ids from santa.enrolment
                        where organization_id = ? and id = ? and revoked_at is null
                        for no key update
                        """)
                .params(scope.organization().value(), enrolment)
                .query((row, _) -> new Enrolment(
                        row.getString("name"), (Integer) row.getObject("maximum_devices"), List.of((UUID[])
                                row.getArray("tag_ids").getArray())))
                .optional()
                .orElseThrow(() -> new Refused(Refused.Reason.SECRET));
    }

    Known known(OrganizationScope scope, String machineId) {
        return jdbc.sql("""
                        select retired_at is null as active from santa.device
                        where organization_id = ? and machine_id = ?
                        order by retired_at desc nulls first limit 1
                        """)
                .params(scope.organization().value(), machineId)
                .query((row, _) -> row.getBoolean("active") ? Known.ACTIVE : Known.RETIRED)
                .optional()
                .orElse(Known.NEVER);
    }

    int devices(OrganizationScope scope, UUID enrolment) {
        return jdbc.sql("""
                        select count(*) from santa.device
                        where organization_id = ? and enrolment_id = ? and retired_at is null
                        """)
                .params(scope.organization().value(), enrolment)
                .query(Integer.class)
                .single();
    }

    List<UUID> existing(OrganizationScope scope, List<UUID> tags) {
        return jdbc.sql("select id from santa.tag where organization_id = ? and id = any(?::uuid[]) order by id")
                .param(scope.organization().value())
                .param(texts(tags))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    boolean add(OrganizationScope scope, UUID id, String machineId, UUID policy, Presented presented) {
        ClientCertificate certificate = presented.certificate();
        int added = jdbc.sql("""
                        insert into santa.device (organization_id, id, machine_id, enrolment_id, certificate_hash,
                            certificate_subject, credential_kind, policy_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (organization_id, machine_id) where retired_at is null do nothing
                        """)
                .param(scope.organization().value())
                .param(id)
                .param(machineId)
                .param(presented.enrolment())
                .param(certificate == null ? null : certificate.hashBytes())
                .param(certificate == null ? null : certificate.subject())
                .param(presented.boundAs())
                .param(policy)
                .update();
        if (added == 1) {
            jdbc.sql("insert into santa.device_sync (organization_id, device_id) values (?, ?)")
                    .params(scope.organization().value(), id)
                    .update();
        }
        return added == 1;
    }

    void addTags(OrganizationScope scope, UUID device, List<UUID> tags) {
        jdbc.sql("""
                        insert into santa.device_tag (organization_id, device_id, tag_id)
                        select ?, ?, unnest(?::uuid[])
                        """)
                .param(scope.organization().value())
                .param(device)
                .param(texts(tags))
                .update();
    }

    /** To what a device is bound, locked. */
    Binding lockBinding(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select d.enrolment_id, e.name, d.credential_kind, d.certificate_subject,
                            encode(d.certificate_hash, 'hex') as certificate_hash,
                            d.credential_released and d.credential_released_until > now() as credential_released
                        from santa.device d
                        join santa.enrolment e on e.organization_id = d.organization_id and e.id = d.enrolment_id
                        where d.organization_id = ? and d.id = ?
                        for update of d
                        """)
                .params(scope.organization().value(), device)
                .query((row, _) -> new Binding(
                        row.getObject("enrolment_id", UUID.class),
                        row.getString("name"),
                        row.getString("credential_kind"),
                        row.getString("certificate_subject"),
                        row.getString("certificate_hash"),
                        row.getBoolean("credential_released")))
                .single();
    }

    /** Binds a device to what it comes with. */
    void bind(OrganizationScope scope, UUID device, Presented presented) {
        ClientCertificate certificate = presented.certificate();
        jdbc.sql("""
                        update santa.device set enrolment_id = ?, certificate_hash = ?, certificate_subject = ?,
                            credential_kind = ?, bound_at = now(), credential_released = false
                        where organization_id = ? and id = ?
                        """)
                .param(presented.enrolment())
                .param(certificate == null ? null : certificate.hashBytes())
                .param(certificate == null ? null : certificate.subject())
                .param(presented.boundAs())
                .param(scope.organization().value())
                .param(device)
                .update();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
