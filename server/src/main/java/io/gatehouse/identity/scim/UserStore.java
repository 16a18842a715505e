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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code identity.provisioned_person}. */
@Repository
final class UserStore {

    private static final String FROM = """
            from identity.provisioned_person u
            join identity.membership m on m.organization_id = u.organization_id and m.person_id = u.person_id
            where u.organization_id = :organization
            """;
    private static final String SELECT = """
            select u.*, m.suspended_at is null as active, m.suspended_at = u.suspended_at as suspended_here
            """;

    private static final Map<String, Filters.Column> COLUMNS = columns();

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UserStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long count(OrganizationScope scope, String filter) {
        return Sql.of("select count(*)")
                .append(matching(scope, filter))
                .on(jdbc)
                .query(Long.class)
                .single();
    }

    List<ScimUser> list(OrganizationScope scope, Listing wanted) {
        return Sql.of(SELECT)
                .append(matching(scope, wanted.filter()))
                .append("order by u.person_id limit :limit offset :offset")
                .with("limit", wanted.count())
                .with("offset", wanted.start() - 1)
                .on(jdbc)
                .query(this::user)
                .list();
    }

    Optional<ScimUser> find(OrganizationScope scope, PersonId person) {
        return Sql.of(SELECT)
                .append(FROM)
                .append(Sql.of("and u.person_id = :person", "person", person.value()))
                .with("organization", scope.organization().value())
                .on(jdbc)
                .query(this::user)
                .optional();
    }

    /** Lets only one change of the user happen at a time. */
    void lock(OrganizationScope scope, PersonId person) {
        jdbc.sql("""
                        select person_id from identity.provisioned_person
                        where organization_id = :organization and person_id = :person for update
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query(UUID.class)
                .optional();
    }

    void insert(OrganizationScope scope, PersonId person, UserAttributes attributes, Instant now) {
        jdbc.sql("""
                        insert into identity.provisioned_person (organization_id, person_id, user_name, external_id,
                            attributes, created_at, changed_at)
                        values (:organization, :person, :userName, nullif(:externalId, ''), cast(:attributes as jsonb),
                            :now, :now)
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("userName", attributes.userName())
                .param("externalId", attributes.externalId())
                .param("attributes", json.writeValueAsString(attributes))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(OrganizationScope scope, PersonId person, UserAttributes attributes, Instant now) {
        jdbc.sql("""
                        update identity.provisioned_person
                        set user_name = :userName, external_id = nullif(:externalId, ''),
                            attributes = cast(:attributes as jsonb), version = version + 1, changed_at = :now
                        where organization_id = :organization and person_id = :person
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("userName", attributes.userName())
                .param("externalId", attributes.externalId())
                .param("attributes", json.writeValueAsString(attributes))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Notes that the member's present suspension is the directory's. */
    void suspended(OrganizationScope scope, PersonId person) {
        jdbc.sql("""
                        update identity.provisioned_person u set suspended_at = m.suspended_at from identity.membership m
                        where u.organization_id = :organization and u.person_id = :person
                          and m.organization_id = u.organization_id and m.person_id = u.person_id
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .update();
    }

    /** Whether the person is a suspended member; null when they are none at all. */
    @Nullable
    Boolean suspendedMember(OrganizationScope scope, PersonId person) {
        return jdbc
                .sql("""
                        select suspended_at is not null as suspended from identity.membership
                        where organization_id = :organization and person_id = :person
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> row.getBoolean("suspended"))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The e-mail address of a user of the directory; empty when there is no such user. */
    Optional<String> email(OrganizationScope scope, String user) {
        return jdbc.sql("""
                        select m.email from identity.provisioned_person u
                        join identity.membership m on m.organization_id = u.organization_id and m.person_id = u.person_id
                        where u.organization_id = :organization and u.person_id::text = :user
                        """)
                .param("organization", scope.organization().value())
                .param("user", user)
                .query(String.class)
                .optional();
    }

    /** The next users by id. */
    List<PersonRef> next(OrganizationScope scope, PersonId after, int most) {
        return jdbc.sql("""
                        select m.person_id, m.display_name, m.email from identity.provisioned_person u
                        cross join lateral (select * from identity.membership m
                            where m.organization_id = u.organization_id and m.person_id = u.person_id offset 0) m
                        where u.organization_id = :organization and u.person_id > :after
                        order by u.person_id limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("after", after.value())
                .param("most", most)
                .query((row, _) -> ref(row))
                .list();
    }

    static PersonRef ref(ResultSet row) throws SQLException {
        return new PersonRef(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("display_name"),
                row.getString("email"));
    }

    private static Sql matching(OrganizationScope scope, String filter) {
        return Sql.of(FROM)
                .append("and")
                .append(Filters.condition(filter, COLUMNS))
                .with("organization", scope.organization().value());
    }

    private ScimUser user(ResultSet row, int number) throws SQLException {
        boolean active = row.getBoolean("active");
        return new ScimUser(
                new PersonId(row.getObject("person_id", UUID.class)),
                json.readValue(row.getString("attributes"), UserAttributes.class)
                        .withActive(active),
                row.getBoolean("suspended_here"),
                row.getInt("version"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "changed_at"));
    }

    private static Map<String, Filters.Column> columns() {
        Map<String, Filters.Column> columns = new LinkedHashMap<>();
        columns.put("id", new Filters.Column("u.person_id::text", Filters.Type.TEXT));
        columns.put("username", new Filters.Column("u.user_name", Filters.Type.TEXT));
        columns.put("externalid", new Filters.Column("u.external_id", Filters.Type.EXACT));
        columns.put("displayname", new Filters.Column("m.display_name", Filters.Type.TEXT));
        columns.put("emails", new Filters.Column("m.email", Filters.Type.TEXT));
        columns.put("emails.value", new Filters.Column("m.email", Filters.Type.TEXT));
        columns.put("emails.type", new Filters.Column("'work'", Filters.Type.TEXT));
        columns.put("name.givenname", new Filters.Column("u.attributes ->> 'givenName'", Filters.Type.TEXT));
        columns.put("name.familyname", new Filters.Column("u.attributes ->> 'familyName'", Filters.Type.TEXT));
        columns.put("active", new Filters.Column("(m.suspended_at is null)", Filters.Type.TRUTH));
        return columns;
    }
}
