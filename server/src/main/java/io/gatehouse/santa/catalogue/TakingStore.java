package io.gatehouse.santa.catalogue;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code santa.catalogue_taking}. */
@Component
final class TakingStore {

    private final JdbcClient jdbc;

    TakingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry that a Mac has.
     *
     * @param person who took it
     */
    record Taking(UUID entry, UUID device, PersonId person, UUID request, UUID rule, Instant at) {}

    /** What these Macs have of these entries, as far as the rule that it gave is there still and has not expired. */
    List<Taking> taken(OrganizationScope scope, Collection<UUID> entries, Collection<UUID> devices, Instant now) {
        return jdbc.sql("""
                        select t.* from santa.catalogue_taking t
                        join santa.rule r on r.organization_id = t.organization_id and r.id = t.rule_id
                            and r.request_id = t.request_id and (r.expires_at is null or r.expires_at > :now)
                        where t.organization_id = :organization and t.entry_id = any(:entries)
                            and t.device_id = any(:devices)
                        order by t.taken_at, t.device_id
                        """)
                .param("organization", scope.organization().value())
                .param("entries", entries.toArray(UUID[]::new))
                .param("devices", devices.toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(TakingStore::taking)
                .list();
    }

    /** As {@link #taken}, also what has ended by itself since. */
    List<Taking> find(OrganizationScope scope, UUID entry, Collection<UUID> devices) {
        return jdbc.sql("""
                        select * from santa.catalogue_taking
                        where organization_id = :organization and entry_id = :entry and device_id = any(:devices)
                        order by device_id
                        """)
                .param("organization", scope.organization().value())
                .param("entry", entry)
                .param("devices", devices.toArray(UUID[]::new))
                .query(TakingStore::taking)
                .list();
    }

    void insert(OrganizationScope scope, Taking taking) {
        jdbc.sql("""
                        insert into santa.catalogue_taking (organization_id, entry_id, device_id, person_id, request_id,
                            rule_id, taken_at)
                        values (:organization, :entry, :device, :person, :request, :rule, :at)
                        """)
                .param("organization", scope.organization().value())
                .param("entry", taking.entry())
                .param("device", taking.device())
                .param("person", taking.person().value())
                .param("request", taking.request())
                .param("rule", taking.rule())
                .param("at", taking.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationScope scope, UUID entry, UUID device) {
        jdbc.sql("""
                        delete from santa.catalogue_taking
                        where organization_id = :organization and entry_id = :entry and device_id = :device
                        """)
                .param("organization", scope.organization().value())
                .param("entry", entry)
                .param("device", device)
                .update();
    }

    private static Taking taking(ResultSet row, int ignored) throws SQLException {
        return new Taking(
                row.getObject("entry_id", UUID.class),
                row.getObject("device_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("request_id", UUID.class),
                row.getObject("rule_id", UUID.class),
                Rows.instant(row, "taken_at"));
    }
}
