package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.TagRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the settings of single scopes. */
@Repository
final class ConfigurationStore {

    private static final String SHOWN = """
            select c.*, t.name as tag_name, t.color as tag_color, d.hostname, d.serial_number, d.machine_id
            from santa.configuration c
            left join santa.tag t on c.scope_kind = 'TAG' and t.organization_id = c.organization_id and t.id = c.scope_id
            left join santa.device d
                on c.scope_kind = 'DEVICE' and d.organization_id = c.organization_id and d.id = c.scope_id
            where c.organization_id = :organization
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConfigurationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All scopes with settings: the organization, tags by position, devices by host name; at most so many. */
    List<Configuration> all(OrganizationId organization, int most) {
        return jdbc.sql(SHOWN + """
                        order by case c.scope_kind when 'ORGANIZATION' then 0 when 'TAG' then 1 else 2 end, t.position,
                            d.hostname, c.scope_id
                        limit :most
                        """)
                .param("organization", organization.value())
                .param("most", most)
                .query((row, _) -> shown(row))
                .list();
    }

    /** Those scopes that reach a device, widest last: its own, its tags by position, the organization's. */
    List<Configuration> ofDevice(OrganizationId organization, UUID device) {
        return jdbc.sql(SHOWN + """
                          and (c.scope_kind = 'ORGANIZATION'
                            or c.scope_kind = 'DEVICE' and c.scope_id = :device
                            or c.scope_kind = 'TAG' and c.scope_id in (
                                select tag_id from santa.device_tag
                                where organization_id = :organization and device_id = :device))
                        order by case c.scope_kind when 'DEVICE' then 0 when 'TAG' then 1 else 2 end, t.position, t.id
                        """)
                .param("organization", organization.value())
                .param("device", device)
                .query((row, _) -> shown(row))
                .list();
    }

    /** The settings of one scope, locked until the transaction ends. */
    Optional<Configuration> lock(OrganizationId organization, ScopeChoice choice) {
        return jdbc.sql(SHOWN + " and c.scope_kind = :kind and c.scope_id = :scope for update of c")
                .param("organization", organization.value())
                .param("kind", choice.kind().name())
                .param("scope", choice.scopeId(organization))
                .query((row, _) -> shown(row))
                .optional();
    }

    void write(OrganizationScope scope, ScopeChoice choice, Settings settings, int version, OffsetDateTime now) {
        jdbc.sql("""
                        insert into santa.configuration (
                            organization_id, scope_kind, scope_id, version, settings, updated_at, updated_by)
                        values (:organization, :kind, :scope, :version, cast(:settings as jsonb), :now,
                            cast(:actor as jsonb))
                        on conflict (organization_id, scope_kind, scope_id) do update
                        set version = excluded.version, settings = excluded.settings, updated_at = excluded.updated_at,
                            updated_by = excluded.updated_by
                        """)
                .param("organization", scope.organization().value())
                .param("kind", choice.kind().name())
                .param("scope", choice.scopeId(scope.organization()))
                .param("version", version)
                .param("settings", json.writeValueAsString(set(settings)))
                .param("now", now)
                .param("actor", json.writeValueAsString(scope.actor()))
                .update();
    }

    void delete(OrganizationId organization, ScopeChoice choice) {
        jdbc.sql("""
                        delete from santa.configuration
                        where organization_id = :organization and scope_kind = :kind and scope_id = :scope
                        """)
                .param("organization", organization.value())
                .param("kind", choice.kind().name())
                .param("scope", choice.scopeId(organization))
                .update();
    }

    private static Map<String, Object> set(Settings settings) {
        Map<String, Object> set = new LinkedHashMap<>();
        for (Setting setting : Setting.ALL) {
            Object value = setting.value().apply(settings);
            if (value != null) {
                set.put(setting.name(), value);
            }
        }
        return set;
    }

    private Configuration shown(ResultSet row) throws SQLException {
        return new Configuration(
                scope(row),
                json.readValue(row.getString("settings"), Settings.class),
                row.getInt("version"),
                Rows.instant(row, "updated_at"),
                actor(row.getString("updated_by")),
                List.of());
    }

    private @Nullable Actor actor(String text) {
        return json.readValue(text, Actor.class);
    }

    private static Scope scope(ResultSet row) throws SQLException {
        UUID id = row.getObject("scope_id", UUID.class);
        return switch (ScopeKind.valueOf(row.getString("scope_kind"))) {
            case ORGANIZATION -> Scope.organization();
            case TAG -> Scope.of(new TagRef(id, row.getString("tag_name"), row.getString("tag_color")));
            case DEVICE ->
                Scope.of(new DeviceRef(
                        id, row.getString("hostname"), row.getString("serial_number"), row.getString("machine_id")));
        };
    }
}
