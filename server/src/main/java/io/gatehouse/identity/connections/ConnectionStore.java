package io.gatehouse.identity.connections;

import io.gatehouse.identity.demands.Consent;
import io.gatehouse.identity.keys.PermissionNames;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.connection}. */
@Repository
final class ConnectionStore {

    private static final String VIEW = """
            select c.*, o.name as organization_name
            from identity.connection c join kernel.organization o on o.id = c.organization_id
            """;

    private final JdbcClient jdbc;

    ConnectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(KnownConnection connection, Instant now) {
        jdbc.sql("""
                        insert into identity.connection
                          (organization_id, id, person_id, program, permissions, second_factor, provider_id,
                           connected_at, expires_at)
                        values (:organization, :id, :person, :program, :permissions, :second, :provider, :now, :expires)
                        """)
                .param("organization", connection.organization().value())
                .param("id", connection.id())
                .param("person", connection.person().value())
                .param("program", connection.program())
                .param("permissions", PermissionNames.of(connection.permissions()))
                .param("second", connection.consent().secondFactor().name())
                .param("provider", connection.consent().provider())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", connection.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KnownConnection> find(UUID id) {
        return jdbc.sql("select * from identity.connection where id = :id")
                .param("id", id)
                .query(ConnectionStore::known)
                .optional();
    }

    Optional<KnownConnection> ofFamily(byte[] familyHash) {
        return jdbc.sql("select * from identity.connection where family_hash = :family")
                .param("family", familyHash)
                .query(ConnectionStore::known)
                .optional();
    }

    /** Gives a connection its first refresh token; false when it has had one. */
    boolean begin(UUID id, RefreshText token, Instant until) {
        return jdbc.sql("""
                        update identity.connection
                        set family_hash = :family, latest_hash = :latest, refresh_until = :until
                        where id = :id and family_hash is null
                        """)
                        .param("family", token.familyHash())
                        .param("latest", token.turnHash())
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Puts a refresh token in another one's place; false when that one is no longer the latest. */
    boolean turn(UUID id, byte[] before, RefreshText token, Instant until) {
        return jdbc.sql("""
                        update identity.connection set latest_hash = :latest, refresh_until = :until
                        where id = :id and latest_hash = :before
                        """)
                        .param("latest", token.turnHash())
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("before", before)
                        .update()
                == 1;
    }

    void used(UUID id, String address, Instant now) {
        jdbc.sql("""
                        update identity.connection set last_used_at = :now, last_used_address = left(:address, 50)
                        where id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .param("id", id)
                .update();
    }

    List<Connection> of(PersonId person) {
        return jdbc.sql(VIEW + "where c.person_id = :person order by c.connected_at desc, c.id")
                .param("person", person.value())
                .query(ConnectionStore::view)
                .list();
    }

    List<Connection> of(OrganizationScope scope, PersonId person) {
        return jdbc.sql(VIEW + """
                        where c.organization_id = :organization and c.person_id = :person
                        order by c.connected_at desc, c.id
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query(ConnectionStore::view)
                .list();
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from identity.connection where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    int deleteOf(PersonId person) {
        return jdbc.sql("delete from identity.connection where person_id = :person")
                .param("person", person.value())
                .update();
    }

    int deleteOf(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        delete from identity.connection
                        where organization_id = :organization and person_id = :person
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .update();
    }

    int deleteThrough(OrganizationScope scope, PersonId person, UUID provider) {
        return jdbc.sql("""
                        delete from identity.connection
                        where organization_id = :organization and person_id = :person and provider_id = :provider
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("provider", provider)
                .update();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from identity.connection where least(expires_at, refresh_until) < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static KnownConnection known(ResultSet row, int number) throws SQLException {
        return new KnownConnection(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("program"),
                Set.copyOf(PermissionNames.read(row, "permissions")),
                new Consent(
                        Consent.SecondFactor.valueOf(row.getString("second_factor")),
                        row.getObject("provider_id", UUID.class)),
                row.getBytes("latest_hash"),
                Rows.instantOrNull(row, "refresh_until"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "last_used_at"),
                row.getString("last_used_address"));
    }

    private static Connection view(ResultSet row, int number) throws SQLException {
        return new Connection(
                row.getObject("id", UUID.class),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("organization_name"),
                row.getString("program"),
                PermissionNames.read(row, "permissions"),
                Rows.instant(row, "connected_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "last_used_at"),
                row.getString("last_used_address"));
    }
}
