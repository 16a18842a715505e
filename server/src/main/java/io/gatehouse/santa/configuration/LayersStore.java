package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.ScopeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads all settings of an organization at once. */
@Repository
final class LayersStore {

    private record Row(ScopeKind kind, UUID scope, Settings settings) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Defaults defaults;

    LayersStore(JdbcClient jdbc, JsonMapper json, Defaults defaults) {
        this.jdbc = jdbc;
        this.json = json;
        this.defaults = defaults;
    }

    long version(OrganizationId organization) {
        return jdbc.sql("select version from santa.configuration_state where organization_id = ?")
                .param(organization.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Counts one change. The row's lock makes changes of one organization wait for each other. */
    long bump(OrganizationId organization) {
        return jdbc.sql("""
                        insert into santa.configuration_state as state (organization_id, version)
                        values (?, 1)
                        on conflict (organization_id) do update set version = state.version + 1
                        returning version
                        """).param(organization.value()).query(Long.class).single();
    }

    Layers layers(OrganizationId organization, long version) {
        Map<ScopeKind, Map<UUID, Settings>> byKind = rows(organization).stream()
                .collect(Collectors.groupingBy(Row::kind, Collectors.toMap(Row::scope, Row::settings)));
        Settings wide =
                byKind.getOrDefault(ScopeKind.ORGANIZATION, Map.of()).getOrDefault(organization.value(), Settings.NONE);
        return new Layers(
                version,
                wide.or(defaults(organization)),
                byKind.getOrDefault(ScopeKind.TAG, Map.of()),
                tagPositions(organization),
                byKind.getOrDefault(ScopeKind.DEVICE, Map.of()));
    }

    Settings defaults(OrganizationId organization) {
        return defaults.of(jdbc.sql("select slug from kernel.organization where id = ?")
                .param(organization.value())
                .query(String.class)
                .single());
    }

    private List<Row> rows(OrganizationId organization) {
        return jdbc.sql("select scope_kind, scope_id, settings from santa.configuration where organization_id = ?")
                .param(organization.value())
                .query((row, _) -> new Row(
                        ScopeKind.valueOf(row.getString("scope_kind")),
                        row.getObject("scope_id", UUID.class),
                        json.readValue(row.getString("settings"), Settings.class)))
                .list();
    }

    private Map<UUID, Integer> tagPositions(OrganizationId organization) {
        Map<UUID, Integer> positions = new HashMap<>();
        jdbc.sql("select id, position from santa.tag where organization_id = ?")
                .param(organization.value())
                .query((row) -> {
                    positions.put(row.getObject("id", UUID.class), row.getInt("position"));
                });
        return positions;
    }
}
