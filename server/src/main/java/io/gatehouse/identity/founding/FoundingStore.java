package io.gatehouse.identity.founding;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets one node at a time complete the first run. */
@Repository
final class FoundingStore {

    private static final long FIRST_RUN = 0x67617465686f7573L;

    private final JdbcClient jdbc;

    FoundingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", FIRST_RUN)
                .query((_, _) -> true)
                .single();
    }
}
