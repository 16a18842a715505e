package io.gatehouse.identity.portfolio;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.visit}. */
@Repository
final class VisitStore {

    private final JdbcClient jdbc;

    VisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(OrganizationScope customer, OrganizationId provider, PersonId person, Instant at) {
        jdbc.sql("""
                        insert into identity.visit as known (organization_id, provider_id, person_id, last_at)
                        values (:organization, :provider, :person, :at)
                        on conflict (organization_id, person_id) do update
                        set provider_id = excluded.provider_id, last_at = greatest(known.last_at, excluded.last_at)
                        """)
                .param("organization", customer.organization().value())
                .param("provider", provider.value())
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
