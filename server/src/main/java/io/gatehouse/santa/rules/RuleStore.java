package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.policy.RuleKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes rules, always many by one statement. */
@Repository
final class RuleStore {

    private static final String ROWS = """
            jsonb_to_recordset(cast(:rows as jsonb)) as n(
                organization_id uuid, id uuid, version integer, scope_kind text, scope_id uuid, rule_type smallint,
                identifier text, policy smallint, cel_expression text, custom_message text, custom_url text,
                button_label text, comment text, software_name text, owner_id uuid, request_id uuid,
                expires_at timestamptz, created_at timestamptz, created_by jsonb, updated_at timestamptz)
            """;

    private final JdbcClient jdbc;
    private final RuleRows rows;

    RuleStore(JdbcClient jdbc, RuleRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Inserts those whose identity is still free, and says how many that were. */
    int insert(OrganizationId organization, Collection<StoredRule> rules) {
        return jdbc.sql("""
                        insert into santa.rule (
                            organization_id, id, version, scope_kind, scope_id, rule_type, identifier, policy,
                            cel_expression, custom_message, custom_url, button_label, comment, software_name, owner_id,
                            request_id, expires_at, created_at, created_by, updated_at)
                        select n.organization_id, n.id, n.version, n.scope_kind, n.scope_id, n.rule_type, n.identifier,
                            n.policy, n.cel_expression, n.custom_message, n.custom_url, n.button_label, n.comment,
                            n.software_name, n.owner_id, n.request_id, n.expires_at, n.created_at, n.created_by,
                            n.updated_at
                        from %s
                        on conflict (organization_id, scope_kind, scope_id, rule_type, identifier) do nothing
                        """.formatted(ROWS))
                .param("rows", rows.recordset(organization, rules))
                .update();
    }

    /** Writes the new state of rules that the caller holds locked. */
    void update(OrganizationId organization, Collection<StoredRule> rules) {
        jdbc.sql("""
                        update santa.rule r
                        set version = n.version, scope_kind = n.scope_kind, scope_id = n.scope_id,
                            rule_type = n.rule_type, identifier = n.identifier, policy = n.policy,
                            cel_expression = n.cel_expression, custom_message = n.custom_message,
                            custom_url = n.custom_url, button_label = n.button_label, comment = n.comment,
                            software_name = n.software_name, owner_id = n.owner_id, request_id = n.request_id,
                            expires_at = n.expires_at, updated_at = n.updated_at, expiry_published_at = null
                        from %s
                        where r.organization_id = n.organization_id and r.id = n.id
                        """.formatted(ROWS))
                .param("rows", rows.recordset(organization, rules))
                .update();
    }

    void delete(OrganizationId organization, Collection<UUID> ids) {
        jdbc.sql("delete from santa.rule where organization_id = :organization and id = any(:ids)")
                .param("organization", organization.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** The rules with these ids, locked until the transaction ends, in the order of their ids. */
    List<StoredRule> lock(OrganizationId organization, Collection<UUID> ids) {
        return jdbc.sql("""
                        select * from santa.rule
                        where organization_id = :organization and id = any(:ids)
                        order by id for update
                        """)
                .param("organization", organization.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> rows.stored(row))
                .list();
    }

    /** The rule of one identity, locked until the transaction ends. */
    Optional<StoredRule> lock(OrganizationId organization, RuleDraft.Identity identity) {
        return jdbc.sql("""
                        select * from santa.rule
                        where organization_id = :organization and scope_kind = :kind and scope_id = :scope
                          and rule_type = :type and identifier = :identifier
                        for update
                        """)
                .param("organization", organization.value())
                .param("kind", identity.scope().kind().name())
                .param("scope", identity.scope().scopeId(organization))
                .param("type", identity.key().type().number())
                .param("identifier", identity.key().identifier())
                .query((row, _) -> rows.stored(row))
                .optional();
    }

    /** The rules of one scope, locked until the transaction ends. */
    List<StoredRule> lock(OrganizationId organization, ScopeChoice scope) {
        return jdbc.sql("""
                        select * from santa.rule
                        where organization_id = :organization and scope_kind = :kind and scope_id = :scope
                        order by id for update
                        """)
                .param("organization", organization.value())
                .param("kind", scope.kind().name())
                .param("scope", scope.scopeId(organization))
                .query((row, _) -> rows.stored(row))
                .list();
    }

    /** How many rules a scope has. */
    int count(OrganizationId organization, ScopeChoice scope) {
        return jdbc.sql("""
                        select count(*) from santa.rule
                        where organization_id = :organization and scope_kind = :kind and scope_id = :scope
                        """)
                .param("organization", organization.value())
                .param("kind", scope.kind().name())
                .param("scope", scope.scopeId(organization))
                .query(Integer.class)
                .single();
    }

    /** All rules, locked until the transaction ends. */
    void lockAll(OrganizationId organization, Consumer<StoredRule> each) {
        jdbc.sql("select * from santa.rule where organization_id = ? order by id for update")
                .param(organization.value())
                .query(row -> {
                    each.accept(rows.stored(row));
                });
    }

    /** All rules with one of these keys, in whatever scope, that have not expired. */
    List<RuleRows.Shown> matching(OrganizationId organization, Collection<RuleKey> keys) {
        return jdbc.sql(RuleRows.SHOWN + """
                        where r.organization_id = :organization
                          and (r.rule_type, r.identifier) in (
                              select k.type, k.identifier
                              from unnest(cast(:types as smallint[]), cast(:identifiers as text[])) as k(type, identifier))
                          and (r.expires_at is null or r.expires_at > now())
                        """)
                .param("organization", organization.value())
                .param(
                        "types",
                        keys.stream().map(key -> (short) key.type().number()).toArray(Short[]::new))
                .param("identifiers", keys.stream().map(RuleKey::identifier).toArray(String[]::new))
                .query((row, _) -> rows.shown(row))
                .list();
    }
}
