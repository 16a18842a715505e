package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
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

/** Rows of {@code identity.sign_in_attempt}. */
@Repository
final class AttemptStore {

    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An attempt that waits. */
    record Waiting(UUID provider, int version, @Nullable PersonId tester, String returnTo, String details) {}

    void insert(byte[] state, byte[] browser, IdentityProvider provider, Waiting attempt, Instant expires) {
        PersonId tester = attempt.tester();
        jdbc.sql("""
                        insert into identity.sign_in_attempt (state_hash, browser_hash, organization_id, provider_id,
                            version, purpose, tester_id, return_to, details, expires_at)
                        values (:state, :browser, :organization, :provider, :version, :purpose, :tester, :returnTo,
                            :details, :expires)
                        """)
                .param("state", state)
                .param("browser", browser)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("version", provider.version())
                .param("purpose", tester == null ? "SIGN_IN" : "TEST")
                .param("tester", tester == null ? null : tester.value())
                .param("returnTo", attempt.returnTo())
                .param("details", attempt.details())
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes it away: of several answers to one attempt, one finds it. */
    Optional<Waiting> take(byte[] state, byte[] browser, Instant now) {
        return jdbc.sql("""
                        delete from identity.sign_in_attempt
                        where state_hash = :state and browser_hash = :browser and expires_at > :now
                        returning provider_id, version, tester_id, return_to, details
                        """)
                .param("state", state)
                .param("browser", browser)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AttemptStore::waiting)
                .optional();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from identity.sign_in_attempt where expires_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        UUID tester = row.getObject("tester_id", UUID.class);
        return new Waiting(
                row.getObject("provider_id", UUID.class),
                row.getInt("version"),
                tester == null ? null : new PersonId(tester),
                row.getString("return_to"),
                row.getString("details"));
    }
}
