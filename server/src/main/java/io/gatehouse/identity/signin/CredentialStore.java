package io.gatehouse.identity.signin;

import io.gatehouse.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.credential}. */
@Repository
final class CredentialStore {

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    String find(PersonId person) {
        return jdbc.sql("select password_hash from identity.credential where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void save(PersonId person, String hash) {
        jdbc.sql("""
                        insert into identity.credential (person_id, password_hash) values (:person, :hash)
                        on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = now()
                        """).param("person", person.value()).param("hash", hash).update();
    }
}
