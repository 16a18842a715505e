package io.gatehouse.notifications.slack;

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

/** Rows of {@code notifications.slack_post}. */
@Repository
final class PostStore {

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the organization has a Slack that is to be told. */
    boolean due(OrganizationScope scope, UUID subject, Instant now) {
        return jdbc.sql("""
                        insert into notifications.slack_post (organization_id, subject_id, due_at)
                        select organization_id, :subject, :now from notifications.slack_workspace
                        where organization_id = :organization
                        on conflict (organization_id, subject_id) do update set due_at = :now, attempts = 0
                        """)
                        .param("organization", scope.organization().value())
                        .param("subject", subject)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** The one that is due longest, which nobody else takes before the lease ends. */
    Optional<Post> take(OrganizationScope scope, Instant now, Instant lease) {
        return jdbc.sql("""
                        update notifications.slack_post set due_at = :lease, attempts = attempts + 1
                        where organization_id = :organization and subject_id = (
                            select subject_id from notifications.slack_post
                            where organization_id = :organization and due_at <= :now
                            order by due_at limit 1 for update skip locked)
                        returning subject_id, channel_id, message, attempts, due_at
                        """)
                .param("organization", scope.organization().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", lease.atOffset(ZoneOffset.UTC))
                .query(PostStore::post)
                .optional();
    }

    /** It shows how things stand, unless they changed since it was taken. */
    void shown(OrganizationScope scope, Post post, String channelId, String message) {
        jdbc.sql("""
                        update notifications.slack_post set channel_id = :channel, message = :message,
                            due_at = nullif(due_at, :lease), attempts = 0
                        where organization_id = :organization and subject_id = :subject
                        """)
                .param("organization", scope.organization().value())
                .param("subject", post.subject())
                .param("channel", channelId)
                .param("message", message)
                .param("lease", post.lease().atOffset(ZoneOffset.UTC))
                .update();
    }

    void postpone(OrganizationScope scope, Post post, @Nullable Instant due) {
        jdbc.sql("""
                        update notifications.slack_post set due_at = :due
                        where organization_id = :organization and subject_id = :subject and due_at = :lease
                        """)
                .param("organization", scope.organization().value())
                .param("subject", post.subject())
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("lease", post.lease().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationScope scope, Post post) {
        jdbc.sql("""
                        delete from notifications.slack_post
                        where organization_id = :organization and subject_id = :subject
                        """)
                .param("organization", scope.organization().value())
                .param("subject", post.subject())
                .update();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getObject("subject_id", UUID.class),
                row.getString("channel_id"),
                row.getString("message"),
                row.getInt("attempts"),
                Rows.instant(row, "due_at"));
    }
}
