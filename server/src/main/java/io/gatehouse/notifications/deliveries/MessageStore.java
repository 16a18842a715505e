package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.message}. */
@Repository
final class MessageStore {

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anybody is there to be told; else nothing is kept. */
    boolean insertIfWanted(OrganizationScope scope, Message message) {
        return jdbc.sql("""
                        insert into notifications.message (organization_id, id, type, subject_id, path, created_at)
                        select :organization, :id, :type, :subject, :path, :at
                        where exists (select from notifications.destination
                            where organization_id = :organization and state <> 'REMOVED' and :type = any(types))
                        """)
                        .param("organization", scope.organization().value())
                        .param("id", message.id())
                        .param("type", message.type())
                        .param("subject", message.subject())
                        .param("path", message.path())
                        .param("at", message.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** A message for whoever is named by its delivery alone. */
    void insert(OrganizationScope scope, Message message) {
        jdbc.sql("""
                        insert into notifications.message
                            (organization_id, id, type, subject_id, path, position, created_at)
                        values (:organization, :id, :type, :subject, :path,
                            nextval('notifications.message_position'), :at)
                        """)
                .param("organization", scope.organization().value())
                .param("id", message.id())
                .param("type", message.type())
                .param("subject", message.subject())
                .param("path", message.path())
                .param("at", message.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Organizations of which a destination lags behind. */
    List<OrganizationId> behind(int most) {
        return jdbc.sql("""
                        select distinct t.organization_id from notifications.destination t
                        where t.state = 'ENABLED' and exists (select from notifications.message m
                            where m.organization_id = t.organization_id and (m.position is null or m.position > t.cursor))
                        limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Gives positions to those that have none; the destinations must be locked. */
    void place(OrganizationScope scope, int most) {
        jdbc.sql("""
                        update notifications.message m set position = placed.position
                        from (select id, nextval('notifications.message_position') as position
                              from (select id from notifications.message
                                    where organization_id = :organization and position is null
                                    order by id limit :most) as unplaced) as placed
                        where m.organization_id = :organization and m.id = placed.id
                        """)
                .param("organization", scope.organization().value())
                .param("most", most)
                .update();
    }

    /** Forgets, with their deliveries, those that nobody waits for any more. */
    void deleteDoneBefore(Instant time) {
        jdbc.sql("""
                        delete from notifications.message m
                        where m.created_at < :time and not exists (select from notifications.delivery d
                            where d.organization_id = m.organization_id and d.message_id = m.id and d.state = 'WAITING')
                        """).param("time", time.atOffset(ZoneOffset.UTC)).update();
    }
}
