package io.gatehouse.identity.fallback;

import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.required_provider}, {@code fallback_person} and {@code fallback_use}. */
@Repository
final class RequiredProviderStore {

    private final JdbcClient jdbc;

    RequiredProviderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The provider that is required and in use; null when none is. */
    @Nullable
    UUID required(OrganizationId organization) {
        return jdbc.sql("""
                        select r.provider_id from identity.required_provider r
                        join identity.identity_provider p on p.organization_id = r.organization_id and p.id = r.provider_id
                        where r.organization_id = :organization and p.state = 'ENABLED'
                        """).param("organization", organization.value()).query(UUID.class).list().stream()
                .findFirst()
                .orElse(null);
    }

    List<PersonId> fallbackPeople(OrganizationId organization) {
        return jdbc.sql("""
                        select person_id from identity.fallback_person where organization_id = :organization
                        order by person_id
                        """)
                .param("organization", organization.value())
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    void require(OrganizationScope scope, UUID provider, Instant now) {
        jdbc.sql("""
                        insert into identity.required_provider (organization_id, provider_id, since)
                        values (:organization, :provider, :now)
                        on conflict (organization_id) do update set provider_id = excluded.provider_id
                        """)
                .param("organization", scope.organization().value())
                .param("provider", provider)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void requireNone(OrganizationScope scope) {
        jdbc.sql("delete from identity.required_provider where organization_id = :organization")
                .param("organization", scope.organization().value())
                .update();
    }

    void replaceFallbackPeople(OrganizationScope scope, List<PersonId> people) {
        jdbc.sql("delete from identity.fallback_person where organization_id = :organization")
                .param("organization", scope.organization().value())
                .update();
        jdbc.sql("""
                        insert into identity.fallback_person (organization_id, person_id)
                        select distinct cast(:organization as uuid), person from unnest(:people) person
                        """)
                .param("organization", scope.organization().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    void use(OrganizationId organization, SignedIn session, String why, Instant ends) {
        jdbc.sql("""
                        insert into identity.fallback_use (organization_id, session_id, person_id, why, ends_at)
                        values (:organization, :session, :person, :why, :ends)
                        on conflict (organization_id, session_id) do update
                        set why = excluded.why, ends_at = excluded.ends_at
                        """)
                .param("organization", organization.value())
                .param("session", session.session())
                .param("person", session.person().value())
                .param("why", why)
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean inUse(OrganizationId organization, SignedIn session, Instant now) {
        return jdbc.sql("""
                        select exists (select from identity.fallback_use
                            where organization_id = :organization and session_id = :session and person_id = :person
                              and ends_at > :now)
                        """)
                .param("organization", organization.value())
                .param("session", session.session())
                .param("person", session.person().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void forgetBefore(Instant time) {
        jdbc.sql("delete from identity.fallback_use where ends_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
