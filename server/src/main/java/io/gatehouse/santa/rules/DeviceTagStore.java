package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which tags a device carries. */
@Repository
final class DeviceTagStore {

    private final JdbcClient jdbc;

    DeviceTagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position of each tag of the device. */
    Map<UUID, Integer> positions(OrganizationId organization, UUID device) {
        Map<UUID, Integer> positions = new HashMap<>();
        jdbc.sql("""
                        select t.id, t.position
                        from santa.device_tag dt
                        join santa.tag t on t.organization_id = dt.organization_id and t.id = dt.tag_id
                        where dt.organization_id = :organization and dt.device_id = :device
                        """)
                .param("organization", organization.value())
                .param("device", device)
                .query(row -> {
                    positions.put(row.getObject("id", UUID.class), row.getInt("position"));
                });
        return positions;
    }
}
