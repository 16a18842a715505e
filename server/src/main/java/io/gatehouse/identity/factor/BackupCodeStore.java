package io.gatehouse.identity.factor;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.backup_code}. */
@Repository
final class BackupCodeStore {

    private final JdbcClient jdbc;

    BackupCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int countUnused(PersonId person) {
        return jdbc.sql("select count(*) from identity.backup_code where person_id = :person and used_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    void insert(PersonId person, byte[] hash) {
        jdbc.sql("insert into identity.backup_code (person_id, code_hash) values (:person, :hash)")
                .param("person", person.value())
                .param("hash", hash)
                .update();
    }

    /** Whether it was one that nobody had used; of several at once, one succeeds. */
    boolean use(PersonId person, byte[] hash, Instant now) {
        return jdbc.sql("""
                        update identity.backup_code set used_at = :now
                        where person_id = :person and code_hash = :hash and used_at is null
                        """)
                        .param("person", person.value())
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void deleteAll(PersonId person) {
        jdbc.sql("delete from identity.backup_code where person_id = :person")
                .param("person", person.value())
                .update();
    }
}
