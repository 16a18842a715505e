package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code identity.provider_test}. */
@Repository
final class ProviderTestStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProviderTestStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(IdentityProvider provider, PersonId tester, TestOutcome outcome) {
        jdbc.sql("""
                        insert into identity.provider_test (organization_id, provider_id, person_id, at, outcome)
                        values (:organization, :provider, :tester, :at, cast(:outcome as jsonb))
                        on conflict (organization_id, provider_id, person_id) do update
                        set at = excluded.at, outcome = excluded.outcome
                        """)
                .param("organization", provider.organization().value())
                .param("provider", provider.id())
                .param("tester", tester.value())
                .param("at", outcome.at().atOffset(ZoneOffset.UTC))
                .param("outcome", json.writeValueAsString(outcome))
                .update();
    }

    Optional<TestOutcome> find(OrganizationScope scope, UUID provider, PersonId tester) {
        return jdbc.sql("""
                        select outcome from identity.provider_test
                        where organization_id = :organization and provider_id = :provider and person_id = :tester
                        """)
                .param("organization", scope.organization().value())
                .param("provider", provider)
                .param("tester", tester.value())
                .query((row, _) -> json.readValue(row.getString("outcome"), TestOutcome.class))
                .optional();
    }
}
