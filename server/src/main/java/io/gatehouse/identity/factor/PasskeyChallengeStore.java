package io.gatehouse.identity.factor;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.passkey_challenge}. */
@Repository
final class PasskeyChallengeStore {

    private final JdbcClient jdbc;

    PasskeyChallengeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a device signs for. */
    enum Purpose {
        /** To become a passkey of the person. */
        ADD,
        /** To prove the factor of a person who is known already. */
        SHOW,
        /** To sign in without a password. */
        SIGN_IN
    }

    void insert(byte[] challenge, @Nullable PersonId person, Purpose purpose, Instant expires) {
        jdbc.sql("""
                        insert into identity.passkey_challenge (challenge, person_id, purpose, expires_at)
                        values (:challenge, :person, :purpose, :expires)
                        """)
                .param("challenge", challenge)
                .param("person", person == null ? null : person.value())
                .param("purpose", purpose.name())
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was good for that; it is good no more. */
    boolean take(byte[] challenge, @Nullable PersonId person, Purpose purpose, Instant now) {
        return jdbc.sql("""
                        delete from identity.passkey_challenge
                        where challenge = :challenge and purpose = :purpose and expires_at > :now
                          and person_id is not distinct from :person::uuid
                        """)
                        .param("challenge", challenge)
                        .param("person", person == null ? null : person.value())
                        .param("purpose", purpose.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from identity.passkey_challenge where expires_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
