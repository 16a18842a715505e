package io.gatehouse.santa.rules;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.TagRef;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.ProtocolEnum;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Between rows of {@code santa.rule} and records. */
@Component
final class RuleRows {

    /** Columns of a rule with those of its scope; {@code r}, {@code t} and {@code d} are rule, tag and device. */
    static final String SHOWN = """
            select r.*, t.name as tag_name, t.color as tag_color, d.hostname, d.serial_number, d.machine_id
            from santa.rule r
            left join santa.tag t on r.scope_kind = 'TAG' and t.organization_id = r.organization_id and t.id = r.scope_id
            left join santa.device d
                on r.scope_kind = 'DEVICE' and d.organization_id = r.organization_id and d.id = r.scope_id
            """;

    private final JsonMapper json;

    RuleRows(JsonMapper json) {
        this.json = json;
    }

    /** A rule and the scope as it is shown. */
    record Shown(StoredRule rule, Scope scope) {}

    Shown shown(ResultSet row) throws SQLException {
        StoredRule rule = stored(row);
        UUID id = row.getObject("scope_id", UUID.class);
        Scope scope = switch (rule.draft().scope().kind()) {
            case ORGANIZATION -> Scope.organization();
            case TAG -> Scope.of(new TagRef(id, row.getString("tag_name"), row.getString("tag_color")));
            case DEVICE ->
                Scope.of(new DeviceRef(
                        id, row.getString("hostname"), row.getString("serial_number"), row.getString("machine_id")));
        };
        return new Shown(rule, scope);
    }

    StoredRule stored(ResultSet row) throws SQLException {
        return new StoredRule(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                draft(row),
                row.getString("software_name"),
                row.getObject("request_id", UUID.class),
                Rows.instant(row, "created_at"),
                json.readValue(row.getString("created_by"), Actor.class),
                Rows.instant(row, "updated_at"));
    }

    private static RuleDraft draft(ResultSet row) throws SQLException {
        return new RuleDraft(
                constant(RuleType.class, row.getInt("rule_type")),
                row.getString("identifier"),
                constant(Policy.class, row.getInt("policy")),
                row.getString("cel_expression"),
                ScopeChoice.of(ScopeKind.valueOf(row.getString("scope_kind")), row.getObject("scope_id", UUID.class)),
                row.getString("custom_message"),
                row.getString("custom_url"),
                row.getString("button_label"),
                row.getString("comment"),
                row.getObject("owner_id", UUID.class),
                Rows.instantOrNull(row, "expires_at"));
    }

    /** Many rules as one value for {@code jsonb_to_recordset}, so that any number is written by one statement. */
    String recordset(OrganizationId organization, Iterable<StoredRule> rules) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        rules.forEach(rule -> rows.add(row(organization, rule)));
        return json.writeValueAsString(rows);
    }

    private static Map<String, @Nullable Object> row(OrganizationId organization, StoredRule rule) {
        RuleDraft draft = rule.draft();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("organization_id", organization);
        row.put("id", rule.id());
        row.put("version", rule.version());
        row.put("scope_kind", draft.scope().kind());
        row.put("scope_id", draft.scope().scopeId(organization));
        row.put("rule_type", draft.ruleType().number());
        row.put("identifier", draft.identifier());
        row.put("policy", draft.policy().number());
        row.put("cel_expression", draft.celExpression());
        row.put("custom_message", draft.customMessage());
        row.put("custom_url", draft.customUrl());
        row.put("button_label", draft.buttonLabel());
        row.put("comment", draft.comment());
        row.put("software_name", rule.softwareName());
        row.put("owner_id", draft.ownerId());
        row.put("request_id", rule.requestId());
        row.put("expires_at", draft.expiresAt());
        row.put("created_at", rule.createdAt());
        row.put("created_by", rule.createdBy());
        row.put("updated_at", rule.updatedAt());
        return row;
    }

    private static <E extends Enum<E> & ProtocolEnum> E constant(Class<E> type, int number) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(number + " is no " + type.getSimpleName()));
    }
}
