package io.gatehouse.notifications.bell;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.notifications.Notification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.notification}. */
@Repository
final class BellStore {

    private final JdbcClient jdbc;

    BellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who is told.
     *
     * @param mailAt when it goes by mail unless it is read by then; null: by none
     */
    record Told(PersonId person, boolean muted, @Nullable Instant mailAt) {}

    /** One for each person who has none of the kind about the thing. */
    void insert(OrganizationScope scope, Notification notification, List<Told> told, Instant at) {
        jdbc.sql("""
                        insert into notifications.notification
                            (organization_id, id, person_id, kind, subject_id, path, created_at, muted, mail_due_at)
                        select :organization, uuidv7(), t.person, :kind, :subject, :path, :at, t.muted, t.mail_at::timestamptz
                        from unnest(:people, :muted, :mailAt) t (person, muted, mail_at)
                        on conflict (organization_id, person_id, kind, subject_id) do nothing
                        """)
                .param("organization", scope.organization().value())
                .param("kind", notification.kind().name())
                .param("subject", notification.subject())
                .param("path", notification.path())
                .param("people", ids(told.stream().map(Told::person).toList()))
                .param("muted", told.stream().map(Told::muted).toArray(Boolean[]::new))
                .param("mailAt", told.stream().map(BellStore::mailAt).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int delete(OrganizationScope scope, Notification.Kind kind, UUID subject, Collection<PersonId> except) {
        return jdbc.sql("""
                        delete from notifications.notification
                        where organization_id = :organization and subject_id = :subject and kind = :kind
                            and not person_id = any(:except)
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("except", ids(except))
                .update();
    }

    /** Newest first. */
    List<BellView> list(OrganizationScope scope, PersonId person, @Nullable UUID before, boolean unread, int limit) {
        return Sql.of("""
                        select id, kind, subject_id, path, created_at, read_at from notifications.notification
                        where organization_id = :organization and person_id = :person
                        """)
                .append(before == null ? Sql.of("") : Sql.of("and id < :before", "before", before))
                .append(unread ? "and read_at is null" : "")
                .append("order by id desc limit :limit")
                .with("organization", scope.organization().value())
                .with("person", person.value())
                .with("limit", limit)
                .on(jdbc)
                .query(BellStore::view)
                .list();
    }

    int unread(OrganizationScope scope, PersonId person, int most) {
        return jdbc.sql("""
                        select count(*)::int from (
                            select from notifications.notification
                            where organization_id = :organization and person_id = :person and read_at is null
                                and not muted limit :most) unread
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Whether it is the person's. */
    boolean read(OrganizationScope scope, PersonId person, UUID id, Instant at) {
        return jdbc.sql("""
                        update notifications.notification set read_at = coalesce(read_at, :at)
                        where organization_id = :organization and person_id = :person and id = :id
                        """)
                        .param("organization", scope.organization().value())
                        .param("person", person.value())
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** All that the person has seen: what arrived after the last of them stays new. */
    void readAll(OrganizationScope scope, PersonId person, UUID last, Instant at) {
        jdbc.sql("""
                        update notifications.notification set read_at = :at
                        where organization_id = :organization and person_id = :person and read_at is null and id <= :last
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("last", last)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from notifications.notification where created_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The driver knows arrays of texts, and none of times. */
    private static @Nullable String mailAt(Told told) {
        return told.mailAt() == null ? null : told.mailAt().toString();
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    static BellView view(ResultSet row, int number) throws SQLException {
        return new BellView(
                row.getObject("id", UUID.class),
                Notification.Kind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getString("path"),
                "",
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "read_at") != null);
    }
}
