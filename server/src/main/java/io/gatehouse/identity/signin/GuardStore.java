package io.gatehouse.identity.signin;

import io.gatehouse.identity.signin.Backoff.Failures;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.sign_in_guard} and {@code identity.familiar_browser}. */
@Repository
final class GuardStore {

    private final JdbcClient jdbc;

    GuardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Failures> lock(byte[] guarded) {
        return jdbc.sql("""
                        select failures, last_failure_at, blocked_until from identity.sign_in_guard
                        where guarded = :guarded for update
                        """)
                .param("guarded", guarded)
                .query(GuardStore::failures)
                .optional();
    }

    void reserve(byte[] guarded, Instant now) {
        jdbc.sql("""
                        insert into identity.sign_in_guard (guarded, failures, last_failure_at, blocked_until)
                        values (:guarded, 0, :now, :now) on conflict do nothing
                        """)
                .param("guarded", guarded)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(byte[] guarded, Failures failures) {
        jdbc.sql("""
                        update identity.sign_in_guard
                        set failures = :failures, last_failure_at = :last, blocked_until = :until
                        where guarded = :guarded
                        """)
                .param("guarded", guarded)
                .param("failures", failures.count())
                .param("last", failures.lastAt().atOffset(ZoneOffset.UTC))
                .param("until", failures.blockedUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(byte[] guarded) {
        jdbc.sql("delete from identity.sign_in_guard where guarded = :guarded")
                .param("guarded", guarded)
                .update();
    }

    void forgetBrowsers(PersonId person) {
        jdbc.sql("delete from identity.familiar_browser where person_id = :person")
                .param("person", person.value())
                .update();
    }

    /** Takes one failure back, and the pause that it began: not one that a later failure began. */
    void giveBack(byte[] guarded, int reached, Instant now) {
        jdbc.sql("""
                        update identity.sign_in_guard
                        set failures = greatest(failures - 1, 0),
                            blocked_until = case when failures = :reached then :now else blocked_until end
                        where guarded = :guarded
                        """)
                .param("guarded", guarded)
                .param("reached", reached)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from identity.sign_in_guard where last_failure_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isFamiliar(PersonId person, byte[] browser) {
        return jdbc.sql("""
                        select exists (select from identity.familiar_browser
                                       where person_id = :person and token_hash = :browser)
                        """)
                .param("person", person.value())
                .param("browser", browser)
                .query(Boolean.class)
                .single();
    }

    void remember(PersonId person, byte[] browser, Instant now) {
        jdbc.sql("""
                        insert into identity.familiar_browser (person_id, token_hash, last_used_at)
                        values (:person, :browser, :now)
                        on conflict (person_id, token_hash) do update set last_used_at = excluded.last_used_at
                        """)
                .param("person", person.value())
                .param("browser", browser)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Failures failures(ResultSet row, int number) throws SQLException {
        return new Failures(
                row.getInt("failures"), Rows.instant(row, "last_failure_at"), Rows.instant(row, "blocked_until"));
    }
}
