package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code identity.external_identity}. */
@Repository
final class ExternalIdentityStore {

    private static final TypeReference<Map<String, List<String>>> CLAIMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExternalIdentityStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Who the subject is. */
    Optional<PersonId> person(IdentityProvider provider, String subject) {
        return person(provider, subject, jdbc.sql("""
                        select person_id from identity.external_identity
                        where organization_id = :organization and provider_id = :provider and subject = :subject
                        """));
    }

    /** The same; parting them waits until the transaction ends. */
    Optional<PersonId> locked(IdentityProvider provider, String subject) {
        return person(provider, subject, jdbc.sql("""
                        select person_id from identity.external_identity
                        where organization_id = :organization and provider_id = :provider and subject = :subject
                        for update
                        """));
    }

    private static Optional<PersonId> person(
            IdentityProvider provider, String subject, JdbcClient.StatementSpec statement) {
        return statement
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("subject", subject)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /** Whether some subject of the provider is that person. */
    boolean isLinked(IdentityProvider provider, PersonId person) {
        return jdbc.sql("""
                        select exists (select from identity.external_identity
                            where organization_id = :organization and provider_id = :provider and person_id = :person)
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    void link(IdentityProvider provider, String subject, PersonId person, Instant now) {
        jdbc.sql("""
                        insert into identity.external_identity
                            (organization_id, provider_id, subject, person_id, linked_at, claims)
                        values (:organization, :provider, :subject, :person, :now, '{}')
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("subject", subject)
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what the provider said; answers whether the subject is still known. */
    boolean used(Proof proof, Instant now) {
        return jdbc.sql("""
                        update identity.external_identity set last_used_at = :now, claims = cast(:claims as jsonb)
                        where organization_id = :organization and provider_id = :provider and subject = :subject
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("claims", json.writeValueAsString(proof.claims()))
                        .param("organization", proof.provider().organization().value())
                        .param("provider", proof.provider().id())
                        .param("subject", proof.subject())
                        .update()
                == 1;
    }

    /** What the provider said last of each of them, as far as it did. */
    Map<PersonId, Map<String, List<String>>> claims(IdentityProvider provider, Collection<PersonId> people) {
        Map<PersonId, Map<String, List<String>>> claims = new HashMap<>();
        jdbc.sql("""
                        select person_id, claims from identity.external_identity
                        where organization_id = :organization and provider_id = :provider and person_id = any(:people)
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    claims.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            json.readValue(row.getString("claims"), CLAIMS));
                });
        return claims;
    }

    /** Forgets whom the person is there; answers whether anything was known. */
    boolean unlink(IdentityProvider provider, PersonId person) {
        return jdbc.sql("""
                        delete from identity.external_identity
                        where organization_id = :organization and provider_id = :provider and person_id = :person
                        """)
                        .param("organization", provider.organization().value())
                        .param("provider", provider.id())
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Whether the person is a suspended member; null when they are none at all. */
    @Nullable
    Boolean suspended(IdentityProvider provider, PersonId person) {
        return jdbc
                .sql("""
                        select suspended_at is not null as suspended from identity.membership
                        where organization_id = :organization and person_id = :person
                        """)
                .param("organization", provider.organization().value())
                .param("person", person.value())
                .query((row, _) -> row.getBoolean("suspended"))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * What a provider said last of somebody.
     *
     * @param lastUsedAt when; null when it only linked them
     */
    record Known(
            PersonId person,
            String displayName,
            String email,
            @Nullable Instant lastUsedAt,
            Map<String, List<String>> claims) {}

    /** Of whom the provider has said something, the latest first. */
    List<Known> known(OrganizationScope scope, UUID provider, int limit) {
        return jdbc.sql("""
                        select e.person_id, p.display_name, p.email, e.last_used_at, e.claims
                        from identity.external_identity e join identity.person p on p.id = e.person_id
                        where e.organization_id = :organization and e.provider_id = :provider
                        order by e.last_used_at desc nulls last, e.person_id limit :limit
                        """)
                .param("organization", scope.organization().value())
                .param("provider", provider)
                .param("limit", limit)
                .query((row, _) -> new Known(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("email"),
                        Rows.instantOrNull(row, "last_used_at"),
                        json.readValue(row.getString("claims"), CLAIMS)))
                .list();
    }
}
