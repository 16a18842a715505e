package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.delivery} on their way. */
@Repository
final class DeliveryStore {

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes deliveries of the messages after the cursor of each destination in use, and moves the cursors. */
    void handOut(OrganizationScope scope, int most, Instant now) {
        jdbc.sql("""
                        with lagging as (
                            select t.id, t.types, t.cursor, (select max(position) from (
                                select position from notifications.message m
                                where m.organization_id = :organization and m.position > t.cursor
                                order by position limit :most) as next) as reached
                            from notifications.destination t
                            where t.organization_id = :organization and t.state = 'ENABLED'),
                        made as (
                            insert into notifications.delivery (organization_id, id, destination_id, message_id, state,
                                due_at, created_at, changed_at)
                            select :organization, uuidv7(), t.id, m.id, 'WAITING', :now, :now, :now
                            from lagging t join notifications.message m on m.organization_id = :organization
                                and m.position > t.cursor and m.position <= t.reached and m.type = any(t.types)
                            order by m.position
                            on conflict do nothing)
                        update notifications.destination t set cursor = lagging.reached from lagging
                        where t.organization_id = :organization and t.id = lagging.id and lagging.reached is not null
                        """)
                .param("organization", scope.organization().value())
                .param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void insert(OrganizationScope scope, UUID id, UUID destination, Message message, Instant due) {
        jdbc.sql("""
                        insert into notifications.delivery (organization_id, id, destination_id, message_id, state,
                            attempts, due_at, created_at, changed_at)
                        values (:organization, :id, :destination, :message, 'WAITING', 1, :due, :now, :now)
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("destination", destination)
                .param("message", message.id())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("now", message.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the one that is due longest, which nobody else takes before the lease ends. */
    Optional<Delivery.Taken> take(OrganizationScope scope, UUID destination, Instant now, Instant leaseEnd) {
        return jdbc.sql("""
                        update notifications.delivery d set due_at = :lease, attempts = attempts + 1
                        from notifications.message m
                        where d.organization_id = :organization and m.organization_id = :organization
                            and m.id = d.message_id and d.id = (
                                select id from notifications.delivery
                                where organization_id = :organization and destination_id = :destination
                                    and state = 'WAITING' and due_at <= :now
                                order by due_at, id limit 1 for update skip locked)
                        returning d.id, d.attempts, d.message_id, m.type, m.subject_id, m.path, m.created_at
                        """)
                .param("organization", scope.organization().value())
                .param("destination", destination)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", leaseEnd.atOffset(ZoneOffset.UTC))
                .query(DeliveryStore::taken)
                .optional();
    }

    /** It was not asked after all. */
    void giveBack(OrganizationScope scope, UUID id, Instant due) {
        jdbc.sql("""
                        update notifications.delivery set due_at = :due, attempts = attempts - 1
                        where organization_id = :organization and id = :id and state = 'WAITING'
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addAttempt(OrganizationScope scope, UUID delivery, Delivery.Attempt attempt) {
        jdbc.sql("""
                        insert into notifications.attempt
                            (organization_id, delivery_id, id, status, problem, milliseconds, at)
                        values (:organization, :delivery, :id, :status, :problem, :milliseconds, :at)
                        """)
                .param("organization", scope.organization().value())
                .param("delivery", delivery)
                .param("id", Ids.next())
                .param("status", attempt.status())
                .param("problem", attempt.problem())
                .param("milliseconds", attempt.milliseconds())
                .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param due when it is tried next; null when it is not */
    void settle(OrganizationScope scope, UUID id, Delivery.State state, Delivery.Attempt last, @Nullable Instant due) {
        jdbc.sql("""
                        update notifications.delivery
                        set state = :state, status = :status, problem = :problem, changed_at = :now,
                            due_at = coalesce(:due, due_at)
                        where organization_id = :organization and id = :id and state = 'WAITING'
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("state", state.name())
                .param("status", last.status())
                .param("problem", last.problem())
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("now", last.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives up all that wait for a destination. */
    void giveUp(OrganizationScope scope, UUID destination, String problem, Instant now) {
        jdbc.sql("""
                        update notifications.delivery set state = 'DEAD', problem = :problem, changed_at = :now
                        where organization_id = :organization and destination_id = :destination and state = 'WAITING'
                        """)
                .param("organization", scope.organization().value())
                .param("destination", destination)
                .param("problem", problem)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delivery.Taken taken(ResultSet row, int number) throws SQLException {
        return new Delivery.Taken(
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                new Message(
                        row.getObject("message_id", UUID.class),
                        row.getString("type"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("path"),
                        Rows.instant(row, "created_at")));
    }
}
