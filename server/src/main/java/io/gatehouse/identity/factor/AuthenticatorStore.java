package io.gatehouse.identity.factor;

import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.authenticator}. */
@Repository
final class AuthenticatorStore {

    private final JdbcClient jdbc;

    AuthenticatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person's authenticator app.
     *
     * @param confirmedAt when the person showed the first code; null before that, when it counts for nothing
     */
    record Row(byte[] sealedSeed, @Nullable Instant confirmedAt) {}

    Optional<Row> find(PersonId person) {
        return jdbc.sql("select seed, confirmed_at from identity.authenticator where person_id = :person")
                .param("person", person.value())
                .query(AuthenticatorStore::row)
                .optional();
    }

    /** Whether the person had no confirmed one. */
    boolean propose(PersonId person, byte[] sealedSeed) {
        return jdbc.sql("""
                        insert into identity.authenticator (person_id, seed) values (:person, :seed)
                        on conflict (person_id) do update set seed = excluded.seed
                        where authenticator.confirmed_at is null
                        """)
                        .param("person", person.value())
                        .param("seed", sealedSeed)
                        .update()
                == 1;
    }

    /** Whether there was one that waited for it. */
    boolean confirm(PersonId person, long step, Instant now) {
        return jdbc.sql("""
                        update identity.authenticator set confirmed_at = :now, last_step = :step
                        where person_id = :person and confirmed_at is null
                        """)
                        .param("person", person.value())
                        .param("step", step)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether no code of this step or a later one was taken before; of several at once, one succeeds. */
    boolean take(PersonId person, long step) {
        return jdbc.sql("""
                        update identity.authenticator set last_step = :step
                        where person_id = :person and confirmed_at is not null and last_step < :step
                        """).param("person", person.value()).param("step", step).update() == 1;
    }

    /** Whether there was one. */
    boolean delete(PersonId person) {
        return jdbc.sql("delete from identity.authenticator where person_id = :person and confirmed_at is not null")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getBytes("seed"), Rows.instantOrNull(row, "confirmed_at"));
    }
}
