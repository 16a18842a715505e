package io.gatehouse.ledger.sequencing;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row of {@code ledger.sequencer}. Time is the database's, so that nodes need not agree on it. */
@Repository
final class LeaseStore {

    private final JdbcClient jdbc;

    LeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or prolongs the lease; the token, or nothing while another holds it. */
    OptionalLong take(UUID node, Duration length) {
        return jdbc.sql("""
                        update ledger.sequencer set holder = :node,
                            token = token + (holder is distinct from :node)::integer,
                            until = clock_timestamp() + make_interval(secs => :seconds)
                        where holder = :node or until < clock_timestamp()
                        returning token
                        """)
                .param("node", node)
                .param("seconds", length.toSeconds())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Whether the token is still the latest; nobody gets another one until the open transaction ends. */
    boolean hold(long token) {
        return jdbc.sql("select token from ledger.sequencer where token = :token for update")
                .param("token", token)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void release(UUID node) {
        jdbc.sql("update ledger.sequencer set until = '-infinity' where holder = :node")
                .param("node", node)
                .update();
    }
}
