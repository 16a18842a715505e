package io.gatehouse.santa.votes;

import io.gatehouse.kernel.OrganizationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code santa.voting}. */
@Component
final class VotingStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    VotingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeptVoting find(OrganizationScope scope) {
        return jdbc.sql("select version, document from santa.voting where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query((row, _) -> new KeptVoting(
                        row.getInt("version"), JSON.readValue(row.getString("document"), VotingSettings.class)))
                .optional()
                .orElse(new KeptVoting(0, VotingSettings.DEFAULT));
    }

    /** Whether nobody else changed it since that version. */
    boolean put(OrganizationScope scope, int version, VotingSettings settings) {
        return jdbc.sql("""
                        insert into santa.voting as v (organization_id, version, document)
                        select :organization, 1, cast(:document as jsonb)
                        where :version = 0 or exists (
                            select from santa.voting o where o.organization_id = :organization)
                        on conflict (organization_id) do update set version = v.version + 1, document = excluded.document
                        where v.version = :version
                        """)
                        .param("organization", scope.organization().value())
                        .param("version", version)
                        .param("document", JSON.writeValueAsString(settings))
                        .update()
                == 1;
    }
}
