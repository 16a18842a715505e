package io.gatehouse.santa.mine;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Macs of a person: those that they own, and those that they say are theirs. */
@Component
final class MacStore {

    private final JdbcClient jdbc;

    MacStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MyDevice> owned(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select d.id, d.hostname, d.model_identifier, s.last_sync_at, s.next_expected_at
                        from santa.device d
                        left join santa.device_sync s on s.organization_id = d.organization_id and s.device_id = d.id
                        where d.organization_id = :organization and d.owner_id = :person and d.retired_at is null
                        order by d.hostname, d.id
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> new MyDevice(
                        row.getObject("id", UUID.class),
                        row.getString("hostname"),
                        row.getString("model_identifier"),
                        Rows.instantOrNull(row, "last_sync_at"),
                        Rows.instantOrNull(row, "next_expected_at"),
                        Ownership.OWNER))
                .list();
    }

    /** Claims that have neither been confirmed nor refused, of machines that exist or not. */
    List<MyDevice> claimed(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select c.id, c.machine_id from santa.claimed_machine c
                        where c.organization_id = :organization and c.person_id = :person
                            and not exists (
                                select 1 from santa.device d
                                where d.organization_id = c.organization_id and d.machine_id = c.machine_id
                                    and d.retired_at is null
                                    and (d.owner_id = c.person_id or exists (
                                        select 1 from santa.ownership_claim o
                                        where o.organization_id = d.organization_id and o.device_id = d.id
                                            and o.person_id = c.person_id and o.state = 'REFUSED'
                                            and o.decided_at >= c.claimed_at)))
                        order by c.claimed_at, c.id
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> new MyDevice(
                        row.getObject("id", UUID.class),
                        row.getString("machine_id"),
                        "",
                        null,
                        null,
                        Ownership.CLAIMED))
                .list();
    }

    /** The device with that machine id, when the person owns it. */
    Optional<UUID> ownedByMachineId(OrganizationScope scope, PersonId person, String machineId) {
        return jdbc.sql("""
                        select id from santa.device
                        where organization_id = :organization and owner_id = :person and machine_id = :machine
                            and retired_at is null
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("machine", machineId)
                .query(UUID.class)
                .optional();
    }

    /** The device with that machine id, when nobody owns it. */
    Optional<UUID> unowned(OrganizationScope scope, String machineId) {
        return jdbc.sql("""
                        select id from santa.device
                        where organization_id = :organization and owner_id is null and machine_id = :machine
                            and retired_at is null
                        """)
                .param("organization", scope.organization().value())
                .param("machine", machineId)
                .query(UUID.class)
                .optional();
    }

    void claim(OrganizationScope scope, PersonId person, String machineId, Instant now) {
        jdbc.sql("""
                        insert into santa.claimed_machine as c (organization_id, person_id, machine_id, id, claimed_at)
                        values (:organization, :person, :machine, :id, :now)
                        on conflict do nothing
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("machine", machineId)
                .param("id", Ids.next())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what was claimed before, so that it can be claimed again. */
    void forget(OrganizationScope scope, PersonId person, String machineId) {
        jdbc.sql("""
                        delete from santa.claimed_machine
                        where organization_id = :organization and person_id = :person and machine_id = :machine
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("machine", machineId)
                .update();
    }
}
