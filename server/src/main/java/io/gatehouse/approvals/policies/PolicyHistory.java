package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of {@code approvals.policy} as a list, however large their documents are. */
@Component
final class PolicyHistory {

    private static final int MOST = 500;

    private final JdbcClient jdbc;

    PolicyHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest 500, newest first, and the default of all after the oldest. */
    List<PolicyVersion> versions(OrganizationScope scope, String kind) {
        List<PolicyVersion> versions = new ArrayList<>(jdbc.sql("""
                        select version, document ->> 'name' as name, jsonb_array_length(document -> 'routes') as routes,
                            published_at, published_by, lag(published_at) over (order by version desc) as archived_at
                        from approvals.policy where organization_id = :organization and kind = :kind
                        order by version desc limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .param("most", MOST)
                .query(PolicyHistory::version)
                .list());
        if (versions.size() < MOST) {
            versions.add(builtIn(versions.isEmpty() ? null : versions.getLast().publishedAt()));
        }
        return versions;
    }

    private static PolicyVersion version(ResultSet row, int ignored) throws SQLException {
        Instant archivedAt = Rows.instantOrNull(row, "archived_at");
        return new PolicyVersion(
                row.getInt("version"),
                row.getString("name"),
                row.getInt("routes"),
                state(archivedAt),
                Rows.instant(row, "published_at"),
                row.getString("published_by"),
                archivedAt);
    }

    private static PolicyVersion builtIn(@Nullable Instant archivedAt) {
        Policy policy = Policy.DEFAULT;
        return new PolicyVersion(0, policy.name(), policy.routes().size(), state(archivedAt), null, null, archivedAt);
    }

    private static PolicyVersion.State state(@Nullable Instant archivedAt) {
        return archivedAt == null ? PolicyVersion.State.IN_FORCE : PolicyVersion.State.ARCHIVED;
    }
}
