package io.gatehouse.identity.tokens;

import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.signing_key}. */
@Repository
final class SigningKeyStore {

    private final JdbcClient jdbc;

    SigningKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key as it is kept. */
    record Row(String id, byte[] sealed, Instant createdAt) {}

    /** All of them, the latest first. */
    List<Row> all() {
        return jdbc.sql("select * from identity.signing_key order by created_at desc, id")
                .query((row, _) ->
                        new Row(row.getString("id"), row.getBytes("sealed"), Rows.instant(row, "created_at")))
                .list();
    }

    /** Lets one node at a time make a key. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.signing_key'))")
                .query((_, _) -> true)
                .single();
    }

    void insert(String id, byte[] sealed, Instant now) {
        jdbc.sql("insert into identity.signing_key (id, sealed, created_at) values (:id, :sealed, :now)")
                .param("id", id)
                .param("sealed", sealed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from identity.signing_key where created_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
