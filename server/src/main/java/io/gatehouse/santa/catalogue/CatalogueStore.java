package io.gatehouse.santa.catalogue;

import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code santa.catalogue_entry}. */
@Component
final class CatalogueStore {

    private static final String SELECT = """
            select e.*, (select count(*) from santa.catalogue_taking t
                where t.organization_id = e.organization_id and t.entry_id = e.id) as macs
            from santa.catalogue_entry e
            """;

    private final JdbcClient jdbc;

    CatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Entries by name.
     *
     * @param teams who takes: only what is for everybody or for one of these teams; null: all entries
     */
    List<CatalogueEntry> list(
            OrganizationScope scope,
            @Nullable Collection<TeamId> teams,
            @Nullable String text,
            @Nullable Cursor after,
            int limit) {
        Sql where = Sql.conditions()
                .and(Sql.of(
                        "e.organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .when(ids(teams), "(e.everybody or e.team_ids && :teams)", "teams")
                .when(
                        Sql.containing(text),
                        "(e.name ilike :text or e.publisher ilike :text or e.identifier ilike :text)",
                        "text")
                .where();
        Sql page = after == null
                ? where
                : where.append("and (lower(e.name), e.id) > (:lastName, :lastId)")
                        .with("lastName", after.text(0))
                        .with("lastId", after.id(1));
        return Sql.of(SELECT)
                .append(page)
                .append("order by lower(e.name), e.id limit :limit")
                .with("limit", limit)
                .on(jdbc)
                .query(CatalogueStore::entry)
                .list();
    }

    /** Entries that name one of these identifiers, or are called so. */
    List<CatalogueEntry> alike(
            OrganizationScope scope, Collection<TeamId> teams, Collection<String> identifiers, String name, int limit) {
        return Sql.of(SELECT)
                .append("""
                        where e.organization_id = :organization and (e.everybody or e.team_ids && :teams)
                          and (e.identifier = any(:identifiers) or split_part(e.identifier, ':', 1) = any(:identifiers)
                            or (:name <> '' and lower(e.name) = lower(:name)))
                        order by lower(e.name), e.id limit :limit
                        """)
                .with("organization", scope.organization().value())
                .with("teams", ids(teams))
                .with("identifiers", identifiers.toArray(String[]::new))
                .with("name", name)
                .with("limit", limit)
                .on(jdbc)
                .query(CatalogueStore::entry)
                .list();
    }

    /** The entry, locked until the transaction ends. */
    Optional<CatalogueEntry> lock(OrganizationScope scope, UUID id) {
        return Sql.of(SELECT)
                .append("where e.organization_id = :organization and e.id = :id for update of e")
                .with("organization", scope.organization().value())
                .with("id", id)
                .on(jdbc)
                .query(CatalogueStore::entry)
                .optional();
    }

    /** How many there are. */
    long count(OrganizationScope scope) {
        return jdbc.sql("select count(*) from santa.catalogue_entry where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query(Long.class)
                .single();
    }

    /** Writes a new entry, or the next version of one. */
    void write(OrganizationScope scope, CatalogueEntry entry) {
        jdbc.sql("""
                        insert into santa.catalogue_entry (organization_id, id, version, name, publisher, reason, rule_type,
                            identifier, policy, days, team_ids, everybody, changed_at, changed_by)
                        values (:organization, :id, :version, :name, :publisher, :reason, :ruleType, :identifier, :policy,
                            :days, :teams, :everybody, :changedAt, :changedBy)
                        on conflict (organization_id, id) do update
                        set version = excluded.version, name = excluded.name, publisher = excluded.publisher,
                            reason = excluded.reason, rule_type = excluded.rule_type, identifier = excluded.identifier,
                            policy = excluded.policy, days = excluded.days, team_ids = excluded.team_ids,
                            everybody = excluded.everybody, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by
                        """)
                .param("organization", scope.organization().value())
                .param("id", entry.id())
                .param("version", entry.version())
                .param("name", entry.name())
                .param("publisher", entry.publisher())
                .param("reason", entry.reason())
                .param("ruleType", entry.ruleType().name())
                .param("identifier", entry.identifier())
                .param("policy", entry.policy().name())
                .param("days", entry.days())
                .param("teams", ids(entry.teams()))
                .param("everybody", entry.teams().isEmpty())
                .param("changedAt", entry.changedAt().atOffset(ZoneOffset.UTC))
                .param("changedBy", entry.changedBy())
                .update();
    }

    void delete(OrganizationScope scope, UUID id) {
        jdbc.sql("delete from santa.catalogue_entry where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    private static UUID @Nullable [] ids(@Nullable Collection<TeamId> teams) {
        return teams == null ? null : teams.stream().map(TeamId::value).toArray(UUID[]::new);
    }

    private static CatalogueEntry entry(ResultSet row, int ignored) throws SQLException {
        return new CatalogueEntry(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("publisher"),
                row.getString("reason"),
                RuleType.valueOf(row.getString("rule_type")),
                row.getString("identifier"),
                Policy.valueOf(row.getString("policy")),
                row.getObject("days", Integer.class),
                Arrays.stream((UUID[]) row.getArray("team_ids").getArray())
                        .map(TeamId::new)
                        .toList(),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"),
                row.getLong("macs"));
    }
}
