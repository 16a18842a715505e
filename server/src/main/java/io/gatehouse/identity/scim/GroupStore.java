package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.provisioned_group} and of {@code identity.provisioned_group_member}. */
@Repository
final class GroupStore {

    private static final String FROM = "from identity.provisioned_group g where g.organization_id = :organization";

    private static final Map<String, Filters.Column> COLUMNS = columns();

    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A group of the directory, for whoever sets provisioning up. */
    record Summary(String displayName, long members) {}

    long count(OrganizationScope scope, String filter) {
        return Sql.of("select count(*)")
                .append(matching(scope, filter))
                .on(jdbc)
                .query(Long.class)
                .single();
    }

    List<ScimGroup> list(OrganizationScope scope, Listing wanted) {
        return Sql.of("select g.*")
                .append(matching(scope, wanted.filter()))
                .append("order by g.id limit :limit offset :offset")
                .with("limit", wanted.count())
                .with("offset", wanted.start() - 1)
                .on(jdbc)
                .query(GroupStore::group)
                .list();
    }

    Optional<ScimGroup> find(OrganizationScope scope, UUID id) {
        return jdbc.sql("select * from identity.provisioned_group where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(GroupStore::group)
                .optional();
    }

    /** Lets only one change of the group happen at a time. */
    void lock(OrganizationScope scope, UUID id) {
        jdbc.sql(
                        "select id from identity.provisioned_group where organization_id = :organization and id = :id for update")
                .param("organization", scope.organization().value())
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    void insert(OrganizationScope scope, UUID id, GroupAttributes said, Instant now) {
        jdbc.sql("""
                        insert into identity.provisioned_group (organization_id, id, display_name, external_id, created_at,
                            changed_at)
                        values (:organization, :id, :name, nullif(:externalId, ''), :now, :now)
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("name", said.displayName())
                .param("externalId", said.externalId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(OrganizationScope scope, UUID id, GroupAttributes said, Instant now) {
        jdbc.sql("""
                        update identity.provisioned_group
                        set display_name = :name, external_id = nullif(:externalId, ''), version = version + 1,
                            changed_at = :now
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("name", said.displayName())
                .param("externalId", said.externalId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(OrganizationScope scope, UUID id) {
        jdbc.sql("delete from identity.provisioned_group where organization_id = :organization and id = :id")
                .param("organization", scope.organization().value())
                .param("id", id)
                .update();
    }

    /** The first of the members. */
    List<PersonRef> members(OrganizationScope scope, UUID id, int most) {
        return jdbc.sql("""
                        select m.person_id, m.display_name, m.email from identity.provisioned_group_member g
                        cross join lateral (select * from identity.membership m
                            where m.organization_id = g.organization_id and m.person_id = g.person_id offset 0) m
                        where g.organization_id = :organization and g.group_id = :id order by g.person_id limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("id", id)
                .param("most", most)
                .query((row, _) -> UserStore.ref(row))
                .list();
    }

    /** Those with the most members first. */
    List<Summary> summaries(OrganizationScope scope, int most) {
        return jdbc.sql("""
                        select g.display_name, count(m.person_id) as members
                        from identity.provisioned_group g
                        left join identity.provisioned_group_member m
                          on m.organization_id = g.organization_id and m.group_id = g.id
                        where g.organization_id = :organization
                        group by g.id, g.display_name order by members desc, g.display_name limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("most", most)
                .query((row, _) -> new Summary(row.getString("display_name"), row.getLong("members")))
                .list();
    }

    /** What the groups of each are called, by people and by the directory; for users only. */
    Map<PersonId, List<String>> namesOf(OrganizationScope scope, Collection<PersonId> people) {
        Map<PersonId, List<String>> names = new HashMap<>();
        jdbc.sql("""
                        select u.person_id, n.names from identity.provisioned_person u
                        cross join lateral (
                            select coalesce(array_remove(array_agg(g.display_name) || array_agg(g.external_id), null), '{}')
                                as names
                            from identity.provisioned_group_member m
                            join identity.provisioned_group g
                              on g.organization_id = m.organization_id and g.id = m.group_id
                            where m.organization_id = u.organization_id and m.person_id = u.person_id) n
                        where u.organization_id = :organization and u.person_id = any(:people)
                        """)
                .param("organization", scope.organization().value())
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new PersonId(row.getObject("person_id", UUID.class)), List.of((String[])
                            row.getArray("names").getArray()));
                });
        return names;
    }

    private static Sql matching(OrganizationScope scope, String filter) {
        return Sql.of(FROM)
                .append("and")
                .append(Filters.condition(filter, COLUMNS))
                .with("organization", scope.organization().value());
    }

    private static ScimGroup group(ResultSet row, int number) throws SQLException {
        return new ScimGroup(
                row.getObject("id", UUID.class),
                row.getString("display_name"),
                Objects.requireNonNullElse(row.getString("external_id"), ""),
                row.getInt("version"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"));
    }

    private static Map<String, Filters.Column> columns() {
        Map<String, Filters.Column> columns = new LinkedHashMap<>();
        columns.put("id", new Filters.Column("g.id::text", Filters.Type.TEXT));
        columns.put("displayname", new Filters.Column("g.display_name", Filters.Type.TEXT));
        columns.put("externalid", new Filters.Column("g.external_id", Filters.Type.EXACT));
        columns.put("members", member());
        columns.put("members.value", member());
        return columns;
    }

    private static Filters.Column member() {
        return new Filters.Column("""
                (select m.person_id::text from identity.provisioned_group_member m
                 where m.organization_id = g.organization_id and m.group_id = g.id)
                """, Filters.Type.ANY);
    }
}
