package io.gatehouse.identity.profiles;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationRow;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.profile}. */
@Repository
final class ProfileStore {

    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets reporting lines change one after the other, so that no two changes close a cycle together. */
    void lock(OrganizationScope scope) {
        OrganizationRow.lock(jdbc, scope);
    }

    Optional<Profile> find(OrganizationScope scope, PersonId person) {
        List<PersonRef> line = line(scope, person);
        return jdbc.sql("select * from identity.profile where organization_id = :organization and person_id = :person")
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> profile(row, line))
                .optional();
    }

    /** The person's manager, theirs, and so on upwards. */
    List<PersonRef> line(OrganizationScope scope, PersonId person) {
        return jdbc.sql("""
                        with recursive line (manager_id, step) as (
                            select manager_id, 1 from identity.profile
                            where organization_id = :organization and person_id = :person and manager_id is not null
                            union all
                            select p.manager_id, l.step + 1
                            from identity.profile p join line l on p.person_id = l.manager_id
                            where p.organization_id = :organization and p.manager_id is not null and l.step < 100)
                        select p.id, p.display_name, p.email from line l join identity.person p on p.id = l.manager_id
                        order by l.step
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .query((row, _) -> new PersonRef(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("email")))
                .list();
    }

    void put(OrganizationScope scope, PersonId person, ProfileInput input, Profile.Source source, Instant now) {
        PersonId manager = input.managerId();
        jdbc.sql("""
                        insert into identity.profile (organization_id, person_id, department, title, cost_center,
                            manager_id, source, changed_at)
                        values (:organization, :person, :department, :title, :costCenter, :manager, :source, :now)
                        on conflict (organization_id, person_id) do update
                        set department = excluded.department, title = excluded.title,
                            cost_center = excluded.cost_center, manager_id = excluded.manager_id,
                            source = excluded.source, changed_at = excluded.changed_at
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("department", input.department().strip())
                .param("title", input.title().strip())
                .param("costCenter", input.costCenter().strip())
                .param("manager", manager == null ? null : manager.value())
                .param("source", source.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    long reports(OrganizationScope scope, PersonId manager) {
        return jdbc.sql(
                        "select count(*) from identity.profile where organization_id = :organization and manager_id = :manager")
                .param("organization", scope.organization().value())
                .param("manager", manager.value())
                .query(Long.class)
                .single();
    }

    /** Lets somebody report to whom a manager reports. */
    void lift(OrganizationScope scope, PersonId person, PersonId manager) {
        jdbc.sql("""
                        update identity.profile
                        set manager_id = (
                            select m.manager_id from identity.profile m
                            where m.organization_id = :organization and m.person_id = :manager)
                        where organization_id = :organization and person_id = :person
                        """)
                .param("organization", scope.organization().value())
                .param("person", person.value())
                .param("manager", manager.value())
                .update();
    }

    /** Gives a manager's reports to another, who does not stand below that manager. */
    void moveReports(OrganizationScope scope, PersonId manager, @Nullable PersonId to) {
        jdbc.sql("""
                        update identity.profile set manager_id = cast(:to as uuid)
                        where organization_id = :organization and manager_id = :manager
                        """)
                .param("organization", scope.organization().value())
                .param("manager", manager.value())
                .param("to", to == null ? null : to.value())
                .update();
    }

    private static Profile profile(ResultSet row, List<PersonRef> line) throws SQLException {
        return new Profile(
                row.getString("department"),
                row.getString("title"),
                row.getString("cost_center"),
                line,
                Profile.Source.valueOf(row.getString("source")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
