package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.DeviceRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what admins decide about devices. */
@Repository
final class DeviceWriteStore {

    private static final String LOCKED = """
            select d.id, d.hostname, d.serial_number, d.machine_id, d.owner_id, d.primary_user,
                d.retired_at is not null as retired,
                array(select dt.tag_id from santa.device_tag dt
                      where dt.organization_id = d.organization_id and dt.device_id = d.id
                      order by dt.tag_id) as tag_ids
            from santa.device d
            where d.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    DeviceWriteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A device that is locked until the transaction ends. */
    record Locked(DeviceRef ref, @Nullable UUID ownerId, String primaryUser, List<UUID> tagIds, boolean retired) {}

    /** Those of the given devices that are not retired, in the order of their ids. */
    List<Locked> lock(OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql(LOCKED + "and d.id = any(:ids) and d.retired_at is null order by d.id for update of d")
                .param("organization", organization.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(DeviceWriteStore::locked)
                .list();
    }

    /** All devices that carry the tag, retired ones too, in the order of their ids. */
    List<Locked> lockTagged(OrganizationId organization, UUID tag) {
        return jdbc.sql(LOCKED + """
                        and exists (select 1 from santa.device_tag carried
                                    where carried.organization_id = d.organization_id and carried.device_id = d.id
                                      and carried.tag_id = :tag)
                        order by d.id for update of d
                        """)
                .param("organization", organization.value())
                .param("tag", tag)
                .query(DeviceWriteStore::locked)
                .list();
    }

    /** Gives each device exactly its tags. */
    void setTags(OrganizationId organization, Map<UUID, ? extends Collection<UUID>> tags) {
        List<UUID> devices = new ArrayList<>();
        List<UUID> given = new ArrayList<>();
        tags.forEach((device, ofDevice) -> ofDevice.forEach(tag -> {
            devices.add(device);
            given.add(tag);
        }));
        jdbc.sql("""
                        delete from santa.device_tag t
                        where t.organization_id = :organization and t.device_id = any(:all) and not exists (
                            select 1 from unnest(:devices::uuid[], :tags::uuid[]) as wanted(device_id, tag_id)
                            where wanted.device_id = t.device_id and wanted.tag_id = t.tag_id)
                        """)
                .param("organization", organization.value())
                .param("all", tags.keySet().toArray(UUID[]::new))
                .param("devices", devices.toArray(UUID[]::new))
                .param("tags", given.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into santa.device_tag (organization_id, device_id, tag_id)
                        select :organization, wanted.device_id, wanted.tag_id
                        from unnest(:devices::uuid[], :tags::uuid[]) as wanted(device_id, tag_id)
                        on conflict do nothing
                        """)
                .param("organization", organization.value())
                .param("devices", devices.toArray(UUID[]::new))
                .param("tags", given.toArray(UUID[]::new))
                .update();
    }

    void setOwner(OrganizationId organization, UUID device, @Nullable UUID owner) {
        jdbc.sql("update santa.device set owner_id = :owner where organization_id = :organization and id = :device")
                .param("owner", owner)
                .param("organization", organization.value())
                .param("device", device)
                .update();
    }

    /** Lets go of a device's credential; false when that was done already and is still in force. */
    boolean releaseCredential(OrganizationId organization, UUID device, Instant now, Instant until) {
        return jdbc.sql("""
                        update santa.device set credential_released = true, credential_released_until = :until
                        where organization_id = :organization and id = :device
                            and not (credential_released and credential_released_until > :now)
                        """)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("organization", organization.value())
                        .param("device", device)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes a release back; false when there was none. */
    boolean keepCredential(OrganizationId organization, UUID device) {
        return jdbc.sql("""
                        update santa.device set credential_released = false
                        where organization_id = ? and id = ? and credential_released
                        """).params(organization.value(), device).update() == 1;
    }

    void retire(OrganizationId organization, UUID device, Instant now) {
        jdbc.sql("update santa.device set retired_at = ? where organization_id = ? and id = ?")
                .params(now.atOffset(ZoneOffset.UTC), organization.value(), device)
                .update();
    }

    /** Takes a retired device back; empty when there is none, or when its machine is in service as another device. */
    Optional<DeviceRef> restore(OrganizationId organization, UUID device) {
        return jdbc.sql("""
                        update santa.device d set retired_at = null
                        where d.organization_id = :organization and d.id = :device and d.retired_at is not null
                            and not exists (
                                select 1 from santa.device other
                                where other.organization_id = d.organization_id and other.machine_id = d.machine_id
                                    and other.retired_at is null)
                        returning d.id, d.hostname, d.serial_number, d.machine_id
                        """)
                .param("organization", organization.value())
                .param("device", device)
                .query((row, _) -> ref(row))
                .optional();
    }

    private static DeviceRef ref(ResultSet row) throws SQLException {
        return new DeviceRef(
                row.getObject("id", UUID.class),
                row.getString("hostname"),
                row.getString("serial_number"),
                row.getString("machine_id"));
    }

    private static Locked locked(ResultSet row, int number) throws SQLException {
        return new Locked(
                ref(row),
                row.getObject("owner_id", UUID.class),
                row.getString("primary_user"),
                List.of((UUID[]) row.getArray("tag_ids").getArray()),
                row.getBoolean("retired"));
    }
}
