package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.DeviceRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class ClaimStore {

    private static final String OPEN = """
            select c.id, c.person_id, c.created_at, c.device_id, d.hostname, d.serial_number, d.machine_id, d.primary_user
            from santa.ownership_claim c
            join santa.device d on d.organization_id = c.organization_id and d.id = c.device_id
            where c.organization_id = :organization and c.state = 'OPEN' and d.retired_at is null
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a claim. */
    enum State {
        OPEN,
        CONFIRMED,
        REFUSED
    }

    /** A claim that was decided. */
    record Decided(UUID id, PersonId person, State state) {}

    /** A claim that nobody decided yet. */
    record Claim(UUID id, DeviceRef device, PersonId person, String primaryUser, Instant createdAt) {}

    List<Claim> open(OrganizationId organization, int most) {
        return jdbc.sql(OPEN + "order by c.created_at, c.id limit :most")
                .param("organization", organization.value())
                .param("most", most)
                .query(ClaimStore::claim)
                .list();
    }

    Optional<Claim> lockOpen(OrganizationId organization, UUID id) {
        return jdbc.sql(OPEN + "and c.id = :id for update of c")
                .param("organization", organization.value())
                .param("id", id)
                .query(ClaimStore::claim)
                .optional();
    }

    /** Opens a claim; false when the person has an open one for the device. */
    boolean open(OrganizationId organization, UUID id, UUID device, PersonId person) {
        return jdbc.sql("""
                        insert into santa.ownership_claim (organization_id, id, device_id, person_id, state)
                        values (?, ?, ?, ?, 'OPEN')
                        on conflict (organization_id, device_id, person_id) where state = 'OPEN' do nothing
                        """)
                        .params(organization.value(), id, device, person.value())
                        .update()
                == 1;
    }

    void refuse(OrganizationId organization, UUID id, Instant now) {
        jdbc.sql(
                        "update santa.ownership_claim set state = 'REFUSED', decided_at = ? where organization_id = ? and id = ?")
                .params(now.atOffset(ZoneOffset.UTC), organization.value(), id)
                .update();
    }

    /** The device got this owner: the owner's open claim is confirmed, those of others are refused. */
    List<Decided> decideAll(OrganizationId organization, UUID device, PersonId owner, Instant now) {
        return jdbc.sql("""
                        update santa.ownership_claim
                        set state = case when person_id = :owner then 'CONFIRMED' else 'REFUSED' end, decided_at = :now
                        where organization_id = :organization and device_id = :device and state = 'OPEN'
                        returning id, person_id, state
                        """)
                .param("owner", owner.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("organization", organization.value())
                .param("device", device)
                .query((row, _) -> new Decided(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    /** How the book tells a claim: as a field of the device. */
    static Map<String, @Nullable Object> fact(UUID id, PersonId person, State state) {
        return Map.of("claim " + id, Map.of("personId", person, "state", state));
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                new DeviceRef(
                        row.getObject("device_id", UUID.class),
                        row.getString("hostname"),
                        row.getString("serial_number"),
                        row.getString("machine_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("primary_user"),
                Rows.instant(row, "created_at"));
    }
}
