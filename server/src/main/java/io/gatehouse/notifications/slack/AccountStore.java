package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.slack_account} and {@code notifications.slack_attempt}. */
@Repository
final class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who somebody in Slack is here. */
    record Linked(PersonId person, String proof) {}

    Optional<Linked> find(OrganizationScope scope, String team, String user) {
        return jdbc.sql("""
                        select person_id, proof from notifications.slack_account
                        where organization_id = :organization and team_id = :team and user_id = :user
                        """)
                .param("organization", scope.organization().value())
                .param("team", team)
                .param("user", user)
                .query((row, _) ->
                        new Linked(new PersonId(row.getObject("person_id", UUID.class)), row.getString("proof")))
                .optional();
    }

    Optional<Instant> linkedAt(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        select linked_at from notifications.slack_account
                        where organization_id = :organization and person_id = :person
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> Rows.instant(row, "linked_at"))
                .optional();
    }

    /** False when somebody else has linked that account. */
    boolean insert(OrganizationScope scope, Linked linked, String team, String user, Instant at) {
        return jdbc.sql("""
                        insert into notifications.slack_account
                            (organization_id, person_id, team_id, user_id, proof, linked_at)
                        values (:organization, :person, :team, :user, :proof, :at)
                        on conflict do nothing
                        """)
                        .param("organization", scope.organization().value())
                        .param("person", linked.person().value())
                        .param("team", team)
                        .param("user", user)
                        .param("proof", linked.proof())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        delete from notifications.slack_account
                        where organization_id = :organization and person_id = :person
                        """)
                        .param("organization", scope.organization().value())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void insertAttempt(OrganizationScope scope, byte[] state, PersonId person, String nonce, Instant expires) {
        jdbc.sql("""
                        insert into notifications.slack_attempt
                            (organization_id, state_hash, person_id, nonce, expires_at)
                        values (:organization, :state, :person, :nonce, :expires)
                        """)
                .param("organization", scope.organization().value())
                .param("state", state)
                .param("person", person.value())
                .param("nonce", nonce)
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The nonce of that person's attempt, which is used up. */
    Optional<String> takeAttempt(OrganizationScope scope, byte[] state, PersonId person, Instant now) {
        return jdbc.sql("""
                        delete from notifications.slack_attempt
                        where organization_id = :organization and state_hash = :state and person_id = :person
                            and expires_at > :now
                        returning nonce
                        """)
                .param("organization", scope.organization().value())
                .param("state", state)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    void forgetAttempts(OrganizationScope scope, Instant now) {
        jdbc.sql("""
                        delete from notifications.slack_attempt
                        where organization_id = :organization and expires_at <= :now
                        """)
                .param("organization", scope.organization().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
