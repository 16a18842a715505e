package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.signing_key}. */
@Repository
final class LogKeyStore {

    private final JdbcClient jdbc;

    LogKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One half of a version, as it is kept. */
    record Row(int version, SignatureType type, byte[] publicKey, byte[] sealed, Instant createdAt) {}

    /** Lets one transaction at a time make a key. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger.signing_key'))")
                .query((_, _) -> true)
                .single();
    }

    boolean exists(int version) {
        return jdbc.sql("select exists (select from ledger.signing_key where version = :version)")
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** All, in order. */
    List<Row> all() {
        return jdbc.sql("select * from ledger.signing_key order by version, type")
                .query((row, _) -> new Row(
                        row.getInt("version"),
                        SignatureType.of(row.getInt("type")),
                        row.getBytes("public_key"),
                        row.getBytes("sealed"),
                        Rows.instant(row, "created_at")))
                .list();
    }

    void insert(Row row, @Nullable PersonId maker) {
        jdbc.sql("""
                        insert into ledger.signing_key (version, type, public_key, sealed, made_by, created_at)
                        values (:version, :type, :publicKey, :sealed, :maker, :at)
                        """)
                .param("version", row.version())
                .param("type", row.type().code())
                .param("publicKey", row.publicKey())
                .param("sealed", row.sealed())
                .param("maker", maker == null ? null : maker.value())
                .param("at", row.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
