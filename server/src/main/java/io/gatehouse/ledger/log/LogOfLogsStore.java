package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.checkpoint.Checkpoint;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.logged_checkpoint}. */
@Repository
final class LogOfLogsStore {

    private final JdbcClient jdbc;

    LogOfLogsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An organization's checkpoint that the log of logs took. */
    record Logged(UUID leaf, Checkpoint checkpoint) {}

    /** Takes the latest checkpoint of each organization whose latest was not taken yet, at most so many; how many it took. */
    long take(int limit) {
        return jdbc.sql("select ledger.log_checkpoints(:limit)")
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /** The latest that the log of logs took. */
    Optional<Logged> latest(OrganizationScope scope) {
        return jdbc.sql("""
                        select l.leaf_id, t.origin, c.size, c.root from ledger.logged_checkpoint l
                        join ledger.tree t on t.organization_id = l.organization_id
                        join ledger.checkpoint c on c.organization_id = l.organization_id and c.size = l.size
                        where l.organization_id = :organization order by l.size desc limit 1
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new Logged(
                        row.getObject("leaf_id", UUID.class),
                        new Checkpoint(row.getString("origin"), row.getLong("size"), row.getBytes("root"))))
                .optional();
    }
}
