package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.policy.Holding;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was published and what devices acknowledged. */
@Repository
final class ReachStore {

    private final JdbcClient jdbc;

    ReachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Devices of one policy and release that acknowledged it equally far.
     */
    record Group(UUID policy, Set<UUID> tags, Holding holding, long devices) {}

    List<Group> groups(OrganizationId organization) {
        return jdbc.sql("""
                        select g.policy_id, p.tag_ids, g.santa_version, g.acknowledged, g.devices
                        from (
                            select d.policy_id, d.santa_version,
                                case when s.acked_policy_id = d.policy_id then s.acked_sequence else -1 end
                                    as acknowledged,
                                count(*) as devices
                            from santa.device d
                            left join santa.device_sync s
                                on s.organization_id = d.organization_id and s.device_id = d.id
                            where d.organization_id = :organization and d.retired_at is null
                            group by 1, 2, 3) g
                        join santa.policy p on p.organization_id = :organization and p.id = g.policy_id
                        """)
                .param("organization", organization.value())
                .query((row, _) -> new Group(
                        row.getObject("policy_id", UUID.class),
                        tags(row),
                        new Holding(row.getString("santa_version"), row.getLong("acknowledged")),
                        row.getLong("devices")))
                .list();
    }

    /** For each rule the layers that it won and the sequence under which it was published there. */
    Map<UUID, Map<UUID, Long>> published(OrganizationId organization, Collection<StoredRule> rules) {
        Map<UUID, Map<UUID, Long>> published = new HashMap<>();
        jdbc.sql("""
                        select e.rule_id, e.layer_id, e.sequence
                        from unnest(cast(:types as smallint[]), cast(:identifiers as text[]), cast(:ids as uuid[]))
                            as k(type, identifier, id)
                        join santa.policy_entry e
                            on e.organization_id = :organization and e.rule_type = k.type
                            and e.identifier = k.identifier and e.rule_id = k.id
                        where not e.removed
                        """)
                .param("organization", organization.value())
                .param(
                        "types",
                        rules.stream()
                                .map(rule -> (short) rule.draft().ruleType().number())
                                .toArray(Short[]::new))
                .param(
                        "identifiers",
                        rules.stream().map(rule -> rule.draft().identifier()).toArray(String[]::new))
                .param("ids", rules.stream().map(StoredRule::id).toArray(UUID[]::new))
                .query(row -> {
                    published
                            .computeIfAbsent(row.getObject("rule_id", UUID.class), _ -> new HashMap<>())
                            .put(row.getObject("layer_id", UUID.class), row.getLong("sequence"));
                });
        return published;
    }

    /** How far each device has come; retired devices are left out. */
    Map<UUID, Holding> holdings(OrganizationId organization, Collection<UUID> devices) {
        Map<UUID, Holding> holdings = new HashMap<>();
        if (devices.isEmpty()) {
            return holdings;
        }
        jdbc.sql("""
                        select d.id, d.santa_version,
                            case when s.acked_policy_id = d.policy_id then s.acked_sequence else -1 end as sequence
                        from santa.device d
                        left join santa.device_sync s on s.organization_id = d.organization_id and s.device_id = d.id
                        where d.organization_id = :organization and d.id = any(:devices) and d.retired_at is null
                        """)
                .param("organization", organization.value())
                .param("devices", devices.toArray(UUID[]::new))
                .query(row -> {
                    holdings.put(
                            row.getObject("id", UUID.class),
                            new Holding(row.getString("santa_version"), row.getLong("sequence")));
                });
        return holdings;
    }

    private static Set<UUID> tags(ResultSet row) throws SQLException {
        Array array = row.getArray("tag_ids");
        return Set.of((UUID[]) array.getArray());
    }
}
