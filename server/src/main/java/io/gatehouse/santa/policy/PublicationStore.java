package io.gatehouse.santa.policy;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.TagRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what publishing needs to know of rules and tags. */
@Repository
final class PublicationStore {

    private static final String KEYS =
            "unnest(:types::smallint[], :identifiers::text[]) as changed (rule_type, identifier)";

    private final JdbcClient jdbc;

    PublicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the organization's series until the transaction ends, and takes {@code count} sequences; tells the last. */
    long reserve(OrganizationScope scope, int count) {
        return jdbc.sql("""
                        insert into santa.publication as series (organization_id, sequence)
                        values (?, ?)
                        on conflict (organization_id) do update set sequence = series.sequence + excluded.sequence
                        returning sequence
                        """)
                .param(scope.organization().value())
                .param(count)
                .query(Long.class)
                .single();
    }

    /** Rules with these keys that have not expired. */
    Map<RuleKey, List<Candidate>> candidates(OrganizationScope scope, Collection<RuleKey> keys, Instant now) {
        return grouped(keyed("""
                        select rule.*, tag.name as tag_name, tag.color as tag_color, tag.position
                        from %s
                        join santa.rule on rule.organization_id = :organization
                            and rule.rule_type = changed.rule_type and rule.identifier = changed.identifier
                        left join santa.tag on tag.organization_id = rule.organization_id
                            and rule.scope_kind = 'TAG' and tag.id = rule.scope_id
                        where rule.expires_at is null or rule.expires_at > :now
                        """, scope, keys).param("now", at(now)));
    }

    /** Rules of the organization and of these tags that have not expired. */
    Map<RuleKey, List<Candidate>> candidatesOf(OrganizationScope scope, List<UUID> tagIds, Instant now) {
        return grouped(jdbc.sql("""
                        select rule.*, tag.name as tag_name, tag.color as tag_color, tag.position
                        from santa.rule
                        left join santa.tag on tag.organization_id = rule.organization_id
                            and rule.scope_kind = 'TAG' and tag.id = rule.scope_id
                        where rule.organization_id = :organization
                          and (rule.expires_at is null or rule.expires_at > :now)
                          and (rule.scope_kind = 'ORGANIZATION'
                               or rule.scope_kind = 'TAG' and rule.scope_id = any(:tags::uuid[]))
                        """)
                .param("organization", scope.organization().value())
                .param("tags", texts(tagIds))
                .param("now", at(now)));
    }

    /** Keys for which more than one tag has a rule. */
    List<RuleKey> contestedByTags(OrganizationScope scope) {
        return jdbc.sql("""
                        select rule_type, identifier from santa.rule
                        where organization_id = ? and scope_kind = 'TAG'
                        group by rule_type, identifier having count(*) > 1
                        """)
                .param(scope.organization().value())
                .query((row, _) -> key(row))
                .list();
    }

    /** Rules that count again although their expiry had been published: somebody renewed them. */
    void forgetExpiry(OrganizationScope scope, Collection<RuleKey> keys, Instant now) {
        keyed("""
                        update santa.rule set expiry_published_at = null
                        from %s
                        where rule.organization_id = :organization
                          and rule.rule_type = changed.rule_type and rule.identifier = changed.identifier
                          and rule.expiry_published_at is not null
                          and (rule.expires_at is null or rule.expires_at > :now)
                        """, scope, keys).param("now", at(now)).update();
    }

    private JdbcClient.StatementSpec keyed(String text, OrganizationScope scope, Collection<RuleKey> keys) {
        return jdbc.sql(text.formatted(KEYS))
                .param("organization", scope.organization().value())
                .param("types", types(keys))
                .param("identifiers", identifiers(keys));
    }

    static Integer[] types(Collection<RuleKey> keys) {
        return keys.stream().map(key -> key.type().number()).toArray(Integer[]::new);
    }

    static String[] identifiers(Collection<RuleKey> keys) {
        return keys.stream().map(RuleKey::identifier).toArray(String[]::new);
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static RuleKey key(ResultSet row) throws SQLException {
        return new RuleKey(RuleCodes.type(row.getInt("rule_type")), row.getString("identifier"));
    }

    private static Map<RuleKey, List<Candidate>> grouped(JdbcClient.StatementSpec statement) {
        Map<RuleKey, List<Candidate>> grouped = new HashMap<>();
        statement.query(row -> {
            grouped.merge(key(row), List.of(candidate(row)), PublicationStore::joined);
        });
        return grouped;
    }

    private static List<Candidate> joined(List<Candidate> some, List<Candidate> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        UUID scopeId = row.getObject("scope_id", UUID.class);
        String tagName = row.getString("tag_name");
        return new Candidate(
                row.getObject("id", UUID.class),
                ScopeKind.valueOf(row.getString("scope_kind")),
                scopeId,
                tagName == null ? null : new TagRef(scopeId, tagName, row.getString("tag_color")),
                row.getInt("position"),
                content(row));
    }

    /** A rule that answers somebody's request tells the Mac's person what is now allowed. */
    private static RuleContent content(ResultSet row) throws SQLException {
        boolean asked = row.getObject("request_id") != null;
        return new RuleContent(
                RuleCodes.policy(row.getInt("policy")),
                row.getString("cel_expression"),
                row.getString("custom_message"),
                row.getString("custom_url"),
                row.getString("button_label"),
                asked ? row.getString("software_name") : "");
    }
}
