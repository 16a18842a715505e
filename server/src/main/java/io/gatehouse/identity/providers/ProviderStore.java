package io.gatehouse.identity.providers;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code identity.identity_provider}. */
@Repository
final class ProviderStore {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ProviderStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<IdentityProvider> list(OrganizationId organization) {
        return jdbc.sql("""
                        select * from identity.identity_provider where organization_id = :organization
                        order by lower(name)
                        """)
                .param("organization", organization.value())
                .query(this::provider)
                .list();
    }

    /** Of all organizations, in the caller's open transaction of the installation. */
    List<IdentityProvider> enabled() {
        return jdbc.sql("select * from identity.identity_provider where state = 'ENABLED' order by id")
                .query(this::provider)
                .list();
    }

    Optional<IdentityProvider> find(UUID id) {
        return jdbc.sql("select * from identity.identity_provider where id = :id")
                .param("id", id)
                .query(this::provider)
                .optional();
    }

    byte @Nullable [] sealedSecret(UUID id) {
        return jdbc
                .sql("select secret from identity.identity_provider where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes("secret"))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    void insert(OrganizationScope scope, UUID id, ProviderDraft draft, ClaimNames names, Instant now) {
        values(jdbc.sql("""
                        insert into identity.identity_provider (organization_id, id, kind, preset, name, state, settings,
                            secret_expires_on, claim_names, second_factor_methods, created_at, changed_at)
                        values (:organization, :id, :kind, :preset, :name, 'DRAFT', cast(:settings as jsonb),
                            cast(:expires as date), cast(:names as jsonb), :methods, :now, :now)
                        """), scope, id, draft, names, now)
                .param("kind", draft.kind().name())
                .update();
    }

    void update(OrganizationScope scope, UUID id, ProviderDraft draft, ClaimNames names, Instant now) {
        values(jdbc.sql("""
                        update identity.identity_provider
                        set preset = :preset, name = :name, settings = cast(:settings as jsonb),
                            secret_expires_on = cast(:expires as date), claim_names = cast(:names as jsonb),
                            second_factor_methods = :methods, version = version + 1, changed_at = :now
                        where organization_id = :organization and id = :id
                        """), scope, id, draft, names, now).update();
    }

    void keepSecret(OrganizationScope scope, UUID id, byte[] sealed) {
        jdbc.sql("""
                        update identity.identity_provider set secret = :secret
                        where organization_id = :organization and id = :id
                        """)
                .param("secret", sealed)
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    void changeState(OrganizationScope scope, UUID id, IdentityProvider.State state) {
        jdbc.sql("""
                        update identity.identity_provider set state = :state
                        where organization_id = :organization and id = :id
                        """)
                .param("state", state.name())
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    void tested(OrganizationScope scope, UUID id, int version, Instant now) {
        jdbc.sql("""
                        update identity.identity_provider set tested_at = :now, tested_version = :version
                        where organization_id = :organization and id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("version", version)
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    void delete(OrganizationScope scope, UUID id) {
        jdbc.sql("delete from identity.identity_provider where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement,
            OrganizationScope scope,
            UUID id,
            ProviderDraft draft,
            ClaimNames names,
            Instant now) {
        LocalDate expires = draft.secretExpiresOn();
        return statement
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("preset", draft.preset().name())
                .param("name", draft.name().strip())
                .param("settings", json.writeValueAsString(draft.settings()))
                .param("expires", expires == null ? null : expires.toString())
                .param("names", json.writeValueAsString(names))
                .param("methods", draft.secondFactorMethods().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private IdentityProvider provider(ResultSet row, int number) throws SQLException {
        return new IdentityProvider(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                Preset.valueOf(row.getString("preset")),
                row.getString("name"),
                IdentityProvider.State.valueOf(row.getString("state")),
                json.readValue(row.getString("settings"), SETTINGS),
                row.getBytes("secret") != null,
                row.getObject("secret_expires_on", LocalDate.class),
                json.readValue(row.getString("claim_names"), ClaimNames.class),
                Arrays.asList((String[]) row.getArray("second_factor_methods").getArray()),
                row.getInt("version"),
                Rows.instant(row, "changed_at"),
                Rows.instantOrNull(row, "tested_at"),
                row.getObject("tested_version", Integer.class));
    }
}
