package io.gatehouse.santa.devices;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code santa.ownership_claim}, and the owner of a device. */
@Component
final class ClaimStore {

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A Mac without an owner. */
    record Mac(String name, String primaryUser) {}

    Optional<Mac> lockUnowned(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select coalesce(nullif(hostname, ''), nullif(serial_number, ''), machine_id) as name, primary_user
                        from santa.device
                        where organization_id = :organization and id = :device and owner_id is null
                            and retired_at is null
                        for update
                        """)
                .param("organization", scope.organization().value())
                .param("device", device)
                .query(Mac.class)
                .optional();
    }

    /** Whether the claim is new. */
    boolean open(OrganizationScope scope, UUID device, PersonId person) {
        return insert(scope, device, person, "OPEN");
    }

    void confirm(OrganizationScope scope, UUID device, PersonId person) {
        insert(scope, device, person, "CONFIRMED");
        jdbc.sql("update santa.device set owner_id = :person where organization_id = :organization and id = :device")
                .param("organization", scope.organization().value())
                .param("device", device)
                .param("person", person.value())
                .update();
    }

    private boolean insert(OrganizationScope scope, UUID device, PersonId person, String state) {
        return jdbc.sql("""
                                insert into santa.ownership_claim (organization_id, id, device_id, person_id, state,
                                    decided_at)
                                values (:organization, :id, :device, :person, :state,
                                    case when :state = 'OPEN' then null else now() end)
                                on conflict do nothing
                                """)
                        .param("organization", scope.organization().value())
                        .param("id", Ids.next())
                        .param("device", device)
                        .param("person", person.value())
                        .param("state", state)
                        .update()
                == 1;
    }
}
