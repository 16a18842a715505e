package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.destination}. */
@Repository
final class DestinationStore {

    private final JdbcClient jdbc;

    DestinationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One to which something is due. */
    record Due(OrganizationId organization, UUID destination) {}

    /** A destination and its deliveries that are not done. */
    record Standing(Destination destination, int waiting, int dead) {}

    List<Standing> list(OrganizationScope scope) {
        return jdbc.sql("""
                        select t.*, coalesce(d.waiting, 0) as waiting, coalesce(d.dead, 0) as dead
                        from notifications.destination t
                        left join (select destination_id, count(*) filter (where state = 'WAITING')::int as waiting,
                                       count(*) filter (where state = 'DEAD')::int as dead
                                   from notifications.delivery
                                   where organization_id = :organization and state in ('WAITING', 'DEAD')
                                   group by destination_id) d on d.destination_id = t.id
                        where t.organization_id = :organization and t.state <> 'REMOVED' order by lower(t.name)
                        """)
                .param("organization", scope.organization().value())
                .query((row, number) ->
                        new Standing(destination(row, number), row.getInt("waiting"), row.getInt("dead")))
                .list();
    }

    Optional<Destination> find(OrganizationScope scope, UUID id) {
        return jdbc.sql("""
                        select * from notifications.destination
                        where organization_id = :organization and id = :id and state <> 'REMOVED'
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(DestinationStore::destination)
                .optional();
    }

    /** Locks all, in one order, so that no two nodes hand out messages of an organization at once. */
    void lockAll(OrganizationScope scope) {
        jdbc.sql("""
                        select id from notifications.destination
                        where organization_id = :organization order by id for update
                        """)
                .param("organization", scope.organization().value())
                .query(UUID.class)
                .list();
    }

    /** Begins with the messages after this moment. */
    void insert(OrganizationScope scope, Destination destination) {
        jdbc.sql("""
                        insert into notifications.destination
                            (organization_id, id, name, url, types, state, secret, cursor, created_at)
                        values (:organization, :id, :name, :url, :types, 'ENABLED', :secret,
                            nextval('notifications.message_position'), :at)
                        """)
                .param("organization", scope.organization().value())
                .param("id", destination.id())
                .param("name", destination.name())
                .param("url", destination.url().toString())
                .param("types", destination.types().toArray(String[]::new))
                .param("secret", destination.secret())
                .param("at", destination.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whoever changes it wants to see at once whether it works: it rests no longer. */
    void change(OrganizationScope scope, UUID id, DestinationDraft.Read draft) {
        jdbc.sql("""
                        update notifications.destination
                        set name = :name, url = :url, types = :types, failures = 0, resting_until = null
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("name", draft.name())
                .param("url", draft.url().toString())
                .param("types", draft.types().toArray(String[]::new))
                .update();
    }

    void changeState(OrganizationScope scope, UUID id, Destination.State state) {
        jdbc.sql("""
                        update notifications.destination set state = :state, failures = 0, resting_until = null
                        where organization_id = :organization and id = :id and state <> 'REMOVED'
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    void replaceSecret(OrganizationScope scope, UUID id, byte[] sealed, Instant formerUntil) {
        jdbc.sql("""
                        update notifications.destination
                        set former_secret = secret, former_secret_until = :until, secret = :secret
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("secret", sealed)
                .param("until", formerUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that are not resting and have something due. */
    List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                        select t.organization_id, t.id from notifications.destination t
                        where t.state = 'ENABLED' and (t.resting_until is null or t.resting_until <= :now)
                            and exists (select from notifications.delivery d
                                where d.organization_id = t.organization_id and d.destination_id = t.id
                                    and d.state = 'WAITING' and d.due_at <= :now)
                        limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) ->
                        new Due(new OrganizationId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
                .list();
    }

    void rest(OrganizationScope scope, UUID id, int failures, @Nullable Instant until) {
        jdbc.sql("""
                        update notifications.destination set failures = :failures, resting_until = :until
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("failures", failures)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Destination destination(ResultSet row, int number) throws SQLException {
        return new Destination(
                row.getObject("id", UUID.class),
                row.getString("name"),
                URI.create(row.getString("url")),
                Arrays.asList((String[]) row.getArray("types").getArray()),
                Destination.State.valueOf(row.getString("state")),
                row.getBytes("secret"),
                row.getBytes("former_secret"),
                Rows.instantOrNull(row, "former_secret_until"),
                row.getInt("failures"),
                Rows.instantOrNull(row, "resting_until"),
                Rows.instant(row, "created_at"));
    }
}
