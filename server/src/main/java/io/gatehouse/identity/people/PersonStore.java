package io.gatehouse.identity.people;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.person} and {@code identity.operator}. */
@Repository
final class PersonStore {

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PersonRef> find(PersonId person) {
        return jdbc.sql("select id, display_name, email from identity.person where id = :person")
                .param("person", person.value())
                .query(PersonStore::ref)
                .optional();
    }

    List<PersonRef> findAll(Collection<PersonId> people) {
        return jdbc.sql("select id, display_name, email from identity.person where id = any(:people)")
                .param("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(PersonStore::ref)
                .list();
    }

    Optional<PersonRef> findByEmail(String email) {
        return jdbc.sql("select id, display_name, email from identity.person where email = :email")
                .param("email", email)
                .query(PersonStore::ref)
                .optional();
    }

    void insert(PersonRef person) {
        jdbc.sql("insert into identity.person (id, email, display_name) values (:id, :email, :name)")
                .param("id", person.id().value())
                .param("email", person.email())
                .param("name", person.displayName())
                .update();
    }

    void rename(PersonRef person) {
        jdbc.sql("update identity.person set email = :email, display_name = :name where id = :id")
                .param("id", person.id().value())
                .param("email", person.email())
                .param("name", person.displayName())
                .update();
    }

    void signedIn(PersonId person, Instant at) {
        jdbc.sql("update identity.person set last_sign_in_at = :at where id = :person")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", person.value())
                .update();
    }

    void insertOperator(PersonId person) {
        jdbc.sql("insert into identity.operator (person_id) values (:person)")
                .param("person", person.value())
                .update();
    }

    boolean anyOperator() {
        return jdbc.sql("select exists (select from identity.operator)")
                .query(Boolean.class)
                .single();
    }

    boolean isOperator(PersonId person) {
        return jdbc.sql("select exists (select from identity.operator where person_id = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    static PersonRef ref(ResultSet row, int number) throws SQLException {
        return new PersonRef(
                new PersonId(row.getObject("id", UUID.class)), row.getString("display_name"), row.getString("email"));
    }
}
