package io.gatehouse.santa.policy;

import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes changed entries of layers, many at once, and moves the layers' heads. */
@Repository
class LayerWriter {

    private final JdbcClient jdbc;

    LayerWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(OrganizationScope scope, List<LayerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        upsert(scope, entries);
        moveHeads(scope, entries);
    }

    private void upsert(OrganizationScope scope, List<LayerEntry> entries) {
        jdbc.sql("""
                        insert into santa.policy_entry (organization_id, layer_id, rule_type, identifier, sequence,
                            removed, rule_id, policy, cel_expression, custom_message, custom_url, button_label,
                            notification_app_name)
                        select :organization, * from unnest(:layers::uuid[], :types::smallint[], :identifiers::text[],
                            :sequences::bigint[], :removed::boolean[], :rules::uuid[], :policies::smallint[],
                            :cel::text[], :messages::text[], :urls::text[], :labels::text[], :names::text[])
                        on conflict (organization_id, layer_id, rule_type, identifier) do update set
                            sequence = excluded.sequence, removed = excluded.removed, rule_id = excluded.rule_id,
                            policy = excluded.policy, cel_expression = excluded.cel_expression,
                            custom_message = excluded.custom_message, custom_url = excluded.custom_url,
                            button_label = excluded.button_label,
                            notification_app_name = excluded.notification_app_name
                        """)
                .param("organization", scope.organization().value())
                .param("layers", texts(entries, entry -> entry.layer().toString()))
                .param("types", numbers(entries, entry -> entry.key().type().number()))
                .param("identifiers", texts(entries, entry -> entry.key().identifier()))
                .param("sequences", entries.stream().map(LayerEntry::sequence).toArray(Long[]::new))
                .param("removed", entries.stream().map(LayerEntry::removed).toArray(Boolean[]::new))
                .param("rules", rules(entries))
                .param(
                        "policies",
                        numbers(entries, entry -> entry.content().policy().number()))
                .param("cel", texts(entries, entry -> entry.content().celExpression()))
                .param("messages", texts(entries, entry -> entry.content().customMessage()))
                .param("urls", texts(entries, entry -> entry.content().customUrl()))
                .param("labels", texts(entries, entry -> entry.content().buttonLabel()))
                .param("names", texts(entries, entry -> entry.content().notificationAppName()))
                .update();
    }

    private void moveHeads(OrganizationScope scope, List<LayerEntry> entries) {
        var heads = entries.stream()
                .collect(Collectors.toMap(LayerEntry::layer, LayerEntry::sequence, Math::max))
                .entrySet()
                .stream()
                .toList();
        String[] layers = heads.stream().map(head -> head.getKey().toString()).toArray(String[]::new);
        Long[] sequences = heads.stream().map(head -> head.getValue()).toArray(Long[]::new);
        for (String statement : List.of("""
                update santa.policy set head_sequence = greatest(head_sequence, moved.sequence)
                from unnest(:layers::uuid[], :sequences::bigint[]) as moved (layer_id, sequence)
                where policy.organization_id = :organization and policy.id = moved.layer_id
                """, """
                update santa.device set has_own_layer = true,
                    own_head_sequence = greatest(own_head_sequence, moved.sequence)
                from unnest(:layers::uuid[], :sequences::bigint[]) as moved (layer_id, sequence)
                where device.organization_id = :organization and device.id = moved.layer_id
                """)) {
            jdbc.sql(statement)
                    .param("organization", scope.organization().value())
                    .param("layers", layers)
                    .param("sequences", sequences)
                    .update();
        }
    }

    private static @Nullable String[] rules(List<LayerEntry> entries) {
        @Nullable String[] ids = new String[entries.size()];
        for (int i = 0; i < ids.length; i++) {
            UUID rule = entries.get(i).ruleId();
            ids[i] = rule == null ? null : rule.toString();
        }
        return ids;
    }

    private static String[] texts(List<LayerEntry> entries, Function<LayerEntry, String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }

    private static Integer[] numbers(List<LayerEntry> entries, Function<LayerEntry, Integer> column) {
        return entries.stream().map(column).toArray(Integer[]::new);
    }
}
