package io.gatehouse.identity.session;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.session_origin}. */
@Repository
final class SessionOriginStore {

    private final JdbcClient jdbc;

    SessionOriginStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a session was opened.
     *
     * @param browser as it calls itself
     * @param address that the request came from
     */
    record Origin(UUID session, String browser, String address) {}

    void insert(PersonId person, Origin origin, Instant began) {
        jdbc.sql("""
                        insert into identity.session_origin (session_id, person_id, browser, address, began_at)
                        values (:session, :person, :browser, :address, :began)
                        """)
                .param("session", origin.session())
                .param("person", person.value())
                .param("browser", origin.browser())
                .param("address", origin.address())
                .param("began", began.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<UUID, Origin> of(PersonId person) {
        return jdbc
                .sql("select session_id, browser, address from identity.session_origin where person_id = :person")
                .param("person", person.value())
                .query((row, _) -> new Origin(
                        row.getObject("session_id", UUID.class), row.getString("browser"), row.getString("address")))
                .list()
                .stream()
                .collect(Collectors.toMap(Origin::session, origin -> origin));
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from identity.session_origin where began_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
