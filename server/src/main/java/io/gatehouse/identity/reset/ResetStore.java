package io.gatehouse.identity.reset;

import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.password_reset}. */
@Repository
final class ResetStore {

    private final JdbcClient jdbc;

    ResetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID asking, @Nullable PersonId person, Instant now) {
        jdbc.sql("insert into identity.password_reset (id, person_id, asked_at) values (:id, :person, :now)")
                .param("id", asking)
                .param("person", person == null ? null : person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose it is, if it is anybody's and was asked for since then. */
    Optional<PersonId> token(UUID asking, byte[] tokenHash, Instant askedSince, Instant expiresAt) {
        return jdbc.sql("""
                        update identity.password_reset set token_hash = :token, expires_at = :expires
                        where id = :id and person_id is not null and asked_at > :since
                        returning person_id
                        """)
                .param("token", tokenHash)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .param("id", asking)
                .param("since", askedSince.atOffset(ZoneOffset.UTC))
                .query(ResetStore::person)
                .optional();
    }

    Optional<PersonId> find(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                        select person_id from identity.password_reset where token_hash = :token and expires_at > :now
                        """)
                .param("token", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ResetStore::person)
                .optional();
    }

    /** Uses the token up; of several at the same time, one is told that it did. */
    boolean take(byte[] tokenHash, Instant now) {
        return jdbc.sql("delete from identity.password_reset where token_hash = :token and expires_at > :now")
                        .param("token", tokenHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void deleteAllOf(PersonId person) {
        jdbc.sql("delete from identity.password_reset where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void deleteAskedBefore(Instant time) {
        jdbc.sql("delete from identity.password_reset where asked_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static PersonId person(ResultSet row, int number) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }
}
