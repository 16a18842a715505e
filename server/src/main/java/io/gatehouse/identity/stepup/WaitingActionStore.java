package io.gatehouse.identity.stepup;

import io.gatehouse.identity.session.SignedIn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.fresh_factor}. */
@Repository
final class WaitingActionStore {

    private final JdbcClient jdbc;

    WaitingActionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, SignedIn session, Action action, Instant expires) {
        jdbc.sql("""
                        insert into identity.fresh_factor
                            (id, person_id, session_id, action, action_hash, expires_at)
                        values (:id, :person, :session, :action, :hash, :expires)
                        """)
                .param("id", id)
                .param("person", session.person().value())
                .param("session", session.session())
                .param("action", action.name())
                .param("hash", action.hash())
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The name of an action that waits. */
    Optional<String> find(UUID id, SignedIn session, Instant now) {
        return jdbc.sql("""
                        select action from identity.fresh_factor
                        where id = :id and person_id = :person and session_id = :session
                          and not proven and expires_at > :now
                        """)
                .param("id", id)
                .param("person", session.person().value())
                .param("session", session.session())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void prove(UUID id, Instant expires) {
        jdbc.sql("update identity.fresh_factor set proven = true, expires_at = :expires where id = :id")
                .param("id", id)
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was confirmed for exactly this action; of several calls at once, one succeeds. */
    boolean use(UUID id, SignedIn session, byte[] actionHash, Instant now) {
        return jdbc.sql("""
                        delete from identity.fresh_factor
                        where id = :id and person_id = :person and session_id = :session
                          and action_hash = :hash and proven and expires_at > :now
                        """)
                        .param("id", id)
                        .param("person", session.person().value())
                        .param("session", session.session())
                        .param("hash", actionHash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Keeps the latest of a session, and nothing that is over. */
    void forget(SignedIn session, int kept, Instant now) {
        jdbc.sql("""
                        delete from identity.fresh_factor
                        where expires_at < :now
                           or (session_id = :session and id not in (
                                select id from identity.fresh_factor where session_id = :session
                                order by expires_at desc limit :kept))
                        """)
                .param("session", session.session())
                .param("kept", kept)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
