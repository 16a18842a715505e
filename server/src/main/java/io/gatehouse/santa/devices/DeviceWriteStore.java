package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.DeviceRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what admins decide about devices. */
@Repository
final class DeviceWriteStore {

    private final JdbcClient jdbc;

    DeviceWriteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A device that is locked until the transaction ends. */
    record Locked(DeviceRef ref, @Nullable UUID ownerId, String primaryUser, List<UUID> tagIds) {}

    /** Those of the given devices that are not retired, in the order of their ids. */
    List<Locked> lock(OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql("""
                        select d.id, d.hostname, d.serial_number, d.machine_id, d.owner_id, d.primary_user,
                            array(select dt.tag_id from santa.device_tag dt
                                  where dt.organization_id = d.organization_id and dt.device_id = d.id
                                  order by dt.tag_id) as tag_ids
                        from santa.device d
                        where d.organization_id = :organization and d.id = any(:ids) and d.retired_at is null
                        order by d.id for update of d
                        """)
                .param("organization", organization.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(DeviceWriteStore::locked)
                .list();
    }

    /** Gives a device exactly these tags. */
    void setTags(OrganizationId organization, UUID device, Collection<UUID> tags) {
        UUID[] ids = tags.toArray(UUID[]::new);
        jdbc.sql("""
                        delete from santa.device_tag
                        where organization_id = :organization and device_id = :device and tag_id <> all(:tags)
                        """)
                .param("organization", organization.value())
                .param("device", device)
                .param("tags", ids)
                .update();
        jdbc.sql("""
                        insert into santa.device_tag (organization_id, device_id, tag_id)
                        select :organization, :device, tag from unnest(cast(:tags as uuid[])) as tag
                        on conflict do nothing
                        """)
                .param("organization", organization.value())
                .param("device", device)
                .param("tags", ids)
                .update();
    }

    void setOwner(OrganizationId organization, UUID device, @Nullable UUID owner) {
        jdbc.sql("update santa.device set owner_id = :owner where organization_id = :organization and id = :device")
                .param("owner", owner)
                .param("organization", organization.value())
                .param("device", device)
                .update();
    }

    void releaseCredential(OrganizationId organization, UUID device) {
        jdbc.sql("update santa.device set credential_released = true where organization_id = ? and id = ?")
                .params(organization.value(), device)
                .update();
    }

    void retire(OrganizationId organization, UUID device, Instant now) {
        jdbc.sql("update santa.device set retired_at = ? where organization_id = ? and id = ?")
                .params(now.atOffset(ZoneOffset.UTC), organization.value(), device)
                .update();
    }

    private static Locked locked(ResultSet row, int number) throws SQLException {
        return new Locked(
                new DeviceRef(
                        row.getObject("id", UUID.class),
                        row.getString("hostname"),
                        row.getString("serial_number"),
                        row.getString("machine_id")),
                row.getObject("owner_id", UUID.class),
                row.getString("primary_user"),
                List.of((UUID[]) row.getArray("tag_ids").getArray()));
    }
}
