package io.gatehouse.santa;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.TestOrganization;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts tags and devices straight into the database, as enrolment would. */
@Component
public final class SantaData {

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final PolicyPublisher publisher;

    SantaData(Transactions transactions, JdbcClient jdbc, PolicyPublisher publisher) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    /** A tag at that position. */
    public TagRef tag(TestOrganization organization, String name, int position) {
        UUID id = Ids.next();
        transactions.write(
                organization.scope(),
                () -> jdbc.sql("""
                        insert into santa.tag (organization_id, id, name, color, position) values (?, ?, ?, '#336699', ?)
                        """)
                        .params(organization.id().value(), id, name, position)
                        .update());
        return new TagRef(id, name, "#336699");
    }

    /** A device with these tags. */
    public DeviceRef device(TestOrganization organization, String hostname, TagRef... tags) {
        UUID id = Ids.next();
        DeviceRef device = new DeviceRef(id, hostname, "SERIAL-" + hostname, "machine-" + id);
        List<UUID> tagIds = List.of(tags).stream().map(TagRef::id).toList();
        UUID owner = organization.id().value();
        transactions.write(organization.scope(), () -> {
            UUID enrolment = enrolment(organization);
            UUID policy = publisher.policyFor(organization.scope(), tagIds);
            jdbc.sql("""
                            insert into santa.device (organization_id, id, machine_id, enrolment_id, credential_kind,
                                policy_id, hostname, serial_number)
                            values (?, ?, ?, ?, 'SECRET', ?, ?, ?)
                            """)
                    .params(owner, id, device.machineId(), enrolment, policy, hostname, device.serialNumber())
                    .update();
            tagIds.forEach(tag -> jdbc.sql(
                            "insert into santa.device_tag (organization_id, device_id, tag_id) values (?, ?, ?)")
                    .params(owner, id, tag)
                    .update());
            jdbc.sql("insert into santa.device_sync (organization_id, device_id) values (?, ?)")
                    .params(owner, id)
                    .update();
        });
        return device;
    }

    /** As if the device had synced everything that is published up to now. */
    public void acknowledge(TestOrganization organization, DeviceRef device) {
        transactions.write(
                organization.scope(),
                () -> jdbc.sql("""
                        update santa.device_sync s
                        set acked_policy_id = d.policy_id, acked_sequence = p.sequence,
                            last_sync_at = now(), last_preflight_at = now(), interval_seconds = 240
                        from santa.device d, santa.publication p
                        where s.organization_id = :organization and s.device_id = :device
                          and d.organization_id = s.organization_id and d.id = s.device_id
                          and p.organization_id = s.organization_id
                        """)
                        .param("organization", organization.id().value())
                        .param("device", device.id())
                        .update());
    }

    /** The release that the device reports. */
    public void release(TestOrganization organization, DeviceRef device, String santaVersion) {
        transactions.write(
                organization.scope(),
                () -> jdbc.sql("update santa.device set santa_version = ? where id = ?")
                        .params(santaVersion, device.id())
                        .update());
    }

    private UUID enrolment(TestOrganization organization) {
        return jdbc.sql("""
                        insert into santa.enrolment as e (organization_id, id, name, tag_ids) values (?, ?, 'All', '{}')
                        on conflict (organization_id, lower(name)) do update set name = e.name
                        returning id
                        """)
                .params(organization.id().value(), Ids.next())
                .query(UUID.class)
                .single();
    }
}
