package io.gatehouse.ledger.clock;

import io.gatehouse.kernel.Rows;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The database's clock. */
@Repository
final class ClockStore {

    private final JdbcClient jdbc;

    ClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp() as now")
                .query((row, _) -> Rows.instant(row, "now"))
                .single();
    }
}
