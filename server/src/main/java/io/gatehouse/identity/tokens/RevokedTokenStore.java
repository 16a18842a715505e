package io.gatehouse.identity.tokens;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.revoked_token}. */
@Repository
final class RevokedTokenStore {

    private final JdbcClient jdbc;

    RevokedTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(byte[] hash) {
        return jdbc.sql("select exists (select from identity.revoked_token where token_hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void insert(byte[] hash, Instant expiresAt) {
        jdbc.sql("""
                        insert into identity.revoked_token (token_hash, expires_at)
                        values (:hash, :expires) on conflict do nothing
                        """)
                .param("hash", hash)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from identity.revoked_token where expires_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
