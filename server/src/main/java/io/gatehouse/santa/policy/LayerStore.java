package io.gatehouse.santa.policy;

import static io.gatehouse.santa.policy.PublicationStore.identifiers;
import static io.gatehouse.santa.policy.PublicationStore.key;
import static io.gatehouse.santa.policy.PublicationStore.texts;
import static io.gatehouse.santa.policy.PublicationStore.types;

import io.gatehouse.kernel.OrganizationScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes layers: policies, devices' own layers, and their entries. */
@Repository
final class LayerStore {

    /** A layer with the tags whose rules reach it. */
    record Layer(UUID id, Set<UUID> tags) {}

    /** Which entry: a layer and a key. */
    record Place(UUID layer, RuleKey key) {}

    /** The tags of a device as they are, and what it syncs from so far. */
    record DeviceTags(UUID device, UUID policy, List<UUID> tags) {}

    private final JdbcClient jdbc;

    LayerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Layer> policies(OrganizationScope scope) {
        return jdbc.sql("select id, tag_ids from santa.policy where organization_id = ?")
                .param(scope.organization().value())
                .query((row, _) -> new Layer(row.getObject("id", UUID.class), Set.copyOf(uuids(row, "tag_ids"))))
                .list();
    }

    @Nullable
    UUID findPolicy(OrganizationScope scope, List<UUID> sortedTags) {
        return jdbc.sql("select id from santa.policy where organization_id = ? and tag_ids = ?::uuid[]")
                .param(scope.organization().value())
                .param(texts(sortedTags))
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    void addPolicy(OrganizationScope scope, UUID id, List<UUID> sortedTags) {
        jdbc.sql("insert into santa.policy (organization_id, id, tag_ids) values (?, ?, ?::uuid[])")
                .param(scope.organization().value())
                .param(id)
                .param(texts(sortedTags))
                .update();
    }

    /** Devices that have, or must get, entries of their own for one of the keys. */
    Map<UUID, Layer> ownLayers(OrganizationScope scope, Collection<RuleKey> keys, Collection<UUID> ruleDevices) {
        return jdbc
                .sql("""
                        select device.id, policy.tag_ids
                        from santa.device
                        join santa.policy on policy.organization_id = device.organization_id
                            and policy.id = device.policy_id
                        where device.organization_id = :organization
                          and (device.id = any(:devices::uuid[])
                               or device.has_own_layer and exists (
                                   select 1 from santa.policy_entry entry
                                   join unnest(:types::smallint[], :identifiers::text[])
                                       as changed (rule_type, identifier) using (rule_type, identifier)
                                   where entry.organization_id = :organization and entry.layer_id = device.id))
                        """)
                .param("organization", scope.organization().value())
                .param("devices", texts(ruleDevices))
                .param("types", types(keys))
                .param("identifiers", identifiers(keys))
                .query((row, _) -> new Layer(row.getObject("id", UUID.class), Set.copyOf(uuids(row, "tag_ids"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Layer::id, Function.identity()));
    }

    /** Entries of these keys in all layers. */
    Map<Place, LayerEntry> entries(OrganizationScope scope, Collection<RuleKey> keys) {
        return jdbc
                .sql("""
                        select entry.*
                        from unnest(:types::smallint[], :identifiers::text[]) as changed (rule_type, identifier)
                        join santa.policy_entry entry on entry.organization_id = :organization
                            and entry.rule_type = changed.rule_type and entry.identifier = changed.identifier
                        """)
                .param("organization", scope.organization().value())
                .param("types", types(keys))
                .param("identifiers", identifiers(keys))
                .query((row, _) -> entry(row))
                .list()
                .stream()
                .collect(Collectors.toMap(entry -> new Place(entry.layer(), entry.key()), Function.identity()));
    }

    /** The latest sequence under which some layer holds each rule. */
    Map<UUID, Long> sequencesByRule(OrganizationScope scope) {
        Map<UUID, Long> sequences = new HashMap<>();
        jdbc.sql("""
                        select rule_id, max(sequence) as sequence from santa.policy_entry
                        where organization_id = ? and not removed
                        group by rule_id
                        """).param(scope.organization().value()).query(row -> {
            sequences.put(row.getObject("rule_id", UUID.class), row.getLong("sequence"));
        });
        return sequences;
    }

    List<DeviceTags> tagsOf(OrganizationScope scope, Collection<UUID> devices) {
        return jdbc.sql("""
                        select device.id, device.policy_id,
                               array(select tag_id from santa.device_tag
                                     where organization_id = device.organization_id and device_id = device.id
                                     order by tag_id) as tag_ids
                        from santa.device
                        where organization_id = :organization and id = any(:devices::uuid[])
                        """)
                .param("organization", scope.organization().value())
                .param("devices", texts(devices))
                .query((row, _) -> new DeviceTags(
                        row.getObject("id", UUID.class), row.getObject("policy_id", UUID.class), uuids(row, "tag_ids")))
                .list();
    }

    /** Moves devices to a policy, and keeps in mind which tags they carried until now. */
    void setPolicy(OrganizationScope scope, Collection<UUID> devices, UUID policy) {
        jdbc.sql("""
                        update santa.device set policy_id = :policy,
                            carried_tag_ids = array(
                                select unnest(device.carried_tag_ids) union select unnest(former.tag_ids))
                        from santa.policy former
                        where device.organization_id = :organization and device.id = any(:devices::uuid[])
                          and former.organization_id = device.organization_id and former.id = device.policy_id
                        """)
                .param("organization", scope.organization().value())
                .param("policy", policy)
                .param("devices", texts(devices))
                .update();
    }

    List<RuleKey> ownKeys(OrganizationScope scope, Collection<UUID> devices) {
        return jdbc.sql("""
                        select distinct rule_type, identifier from santa.policy_entry
                        where organization_id = :organization and layer_id = any(:devices::uuid[])
                        """)
                .param("organization", scope.organization().value())
                .param("devices", texts(devices))
                .query((row, _) -> key(row))
                .list();
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }

    private static LayerEntry entry(ResultSet row) throws SQLException {
        return new LayerEntry(
                row.getObject("layer_id", UUID.class),
                key(row),
                row.getLong("sequence"),
                row.getBoolean("removed"),
                row.getObject("rule_id", UUID.class),
                new RuleContent(
                        RuleCodes.policy(row.getInt("policy")),
                        row.getString("cel_expression"),
                        row.getString("custom_message"),
                        row.getString("custom_url"),
                        row.getString("button_label"),
                        row.getString("notification_app_name")));
    }
}
