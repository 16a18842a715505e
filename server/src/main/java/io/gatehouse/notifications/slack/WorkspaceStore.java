package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.slack_workspace}. */
@Repository
final class WorkspaceStore {

    private final JdbcClient jdbc;

    WorkspaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Workspace> find(OrganizationScope scope) {
        return jdbc.sql("select * from notifications.slack_workspace where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query(WorkspaceStore::workspace)
                .optional();
    }

    void save(OrganizationScope scope, Workspace workspace) {
        jdbc.sql("""
                        insert into notifications.slack_workspace (organization_id, team_id, team_name, channel, client_id,
                            bot_token, signing_secret, client_secret, highest_risk, connected_at)
                        values (:organization, :team, :name, :channel, :client, :token, :signing, :secret, :risk, :at)
                        on conflict (organization_id) do update set team_id = excluded.team_id,
                            team_name = excluded.team_name, channel = excluded.channel, client_id = excluded.client_id,
                            bot_token = excluded.bot_token, signing_secret = excluded.signing_secret,
                            client_secret = excluded.client_secret, highest_risk = excluded.highest_risk,
                            resting_until = null, problem = null
                        """)
                .param("organization", scope.organization().value())
                .param("team", workspace.teamId())
                .param("name", workspace.teamName())
                .param("channel", workspace.channel())
                .param("client", workspace.clientId())
                .param("token", workspace.botToken())
                .param("signing", workspace.signingSecret())
                .param("secret", workspace.clientSecret())
                .param("risk", workspace.highestRisk())
                .param("at", workspace.connectedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationScope scope) {
        jdbc.sql("delete from notifications.slack_workspace where organization_id = :organization")
                .param("organization", scope.organization().value())
                .update();
    }

    /** Those that are not resting and have a message due. */
    List<OrganizationId> due(Instant now, int most) {
        return jdbc.sql("""
                        select w.organization_id from notifications.slack_workspace w
                        where (w.resting_until is null or w.resting_until <= :now)
                            and exists (select from notifications.slack_post p
                                where p.organization_id = w.organization_id and p.due_at <= :now)
                        limit :most
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
                .list();
    }

    void settle(OrganizationScope scope, @Nullable String problem, @Nullable Instant restingUntil) {
        jdbc.sql("""
                        update notifications.slack_workspace set problem = :problem, resting_until = :until
                        where organization_id = :organization
                        """)
                .param("organization", scope.organization().value())
                .param("problem", problem)
                .param("until", restingUntil == null ? null : restingUntil.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Workspace workspace(ResultSet row, int number) throws SQLException {
        return new Workspace(
                row.getString("team_id"),
                row.getString("team_name"),
                row.getString("channel"),
                row.getString("client_id"),
                row.getBytes("bot_token"),
                row.getBytes("signing_secret"),
                row.getBytes("client_secret"),
                row.getObject("highest_risk", Integer.class),
                Rows.instantOrNull(row, "resting_until"),
                row.getString("problem"),
                Rows.instant(row, "connected_at"));
    }
}
