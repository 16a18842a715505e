package io.gatehouse.santa.devices;

import io.gatehouse.identity.Belongings;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Macs of somebody who leaves. */
@Component
final class OwnedDevices implements Belongings {

    private final JdbcClient jdbc;
    private final DeviceWriteStore store;
    private final DeviceEditing editing;

    OwnedDevices(JdbcClient jdbc, DeviceWriteStore store, DeviceEditing editing) {
        this.jdbc = jdbc;
        this.store = store;
        this.editing = editing;
    }

    @Override
    public Kind kind() {
        return Kind.DEVICE;
    }

    @Override
    public long count(OrganizationScope scope, PersonId person) {
        return ids(scope, person).size();
    }

    @Override
    public void handOver(OrganizationScope scope, PersonId person, @Nullable PersonId successor) {
        store.lock(scope.organization(), ids(scope, person)).forEach(device -> editing.own(scope, device, successor));
    }

    private List<UUID> ids(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select id from santa.device
                        where organization_id = :organization and owner_id = :person and retired_at is null
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
