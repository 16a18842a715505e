package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class TagStore {

    private static final String SHOWN = """
            select t.id, t.name, t.description, t.color, t.position,
                (select count(*) from santa.device_tag dt
                 join santa.device d on d.organization_id = dt.organization_id and d.id = dt.device_id
                 where dt.organization_id = t.organization_id and dt.tag_id = t.id and d.retired_at is null)
                    as device_count
            from santa.tag t
            where t.organization_id = :organization
            """;

    private final JdbcClient jdbc;

    TagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An enrolment with the tags that it gave and now gives. */
    record Giving(UUID id, String name, List<UUID> before, List<UUID> after) {}

    List<Tag> all(OrganizationId organization) {
        return jdbc.sql(SHOWN + "order by t.position, t.id")
                .param("organization", organization.value())
                .query(TagStore::tag)
                .list();
    }

    Optional<Tag> lock(OrganizationId organization, UUID id) {
        return jdbc.sql(SHOWN + "and t.id = :id for update of t")
                .param("organization", organization.value())
                .param("id", id)
                .query(TagStore::tag)
                .optional();
    }

    void insert(OrganizationId organization, UUID id, TagInput.Checked tag, int position) {
        jdbc.sql("""
                        insert into santa.tag (organization_id, id, name, description, color, position)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(organization.value(), id, tag.name(), tag.description(), tag.color(), position)
                .update();
    }

    void update(OrganizationId organization, UUID id, TagInput.Checked tag) {
        jdbc.sql("""
                        update santa.tag set name = ?, description = ?, color = ? where organization_id = ? and id = ?
                        """)
                .params(tag.name(), tag.description(), tag.color(), organization.value(), id)
                .update();
    }

    void order(OrganizationId organization, List<UUID> ids) {
        jdbc.sql("""
                        update santa.tag t set position = n.position - 1
                        from unnest(cast(:ids as uuid[])) with ordinality as n(id, position)
                        where t.organization_id = :organization and t.id = n.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("organization", organization.value())
                .update();
    }

    /** Names of enrolments that give the tag. */
    List<String> enrolments(OrganizationId organization, UUID id) {
        return jdbc.sql("""
                        select name from santa.enrolment
                        where organization_id = ? and ? = any(tag_ids) and revoked_at is null order by name
                        """)
                .params(organization.value(), id)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    /** Takes the tag out of what enrolments give, revoked ones too, and says what each gave and gives. */
    List<Giving> takeOut(OrganizationId organization, UUID id) {
        return jdbc.sql("""
                        update santa.enrolment set tag_ids = array_remove(tag_ids, :id)
                        where organization_id = :organization and :id = any(tag_ids)
                        returning id, name, old.tag_ids as before, new.tag_ids as after
                        """)
                .param("organization", organization.value())
                .param("id", id)
                .query((row, _) -> new Giving(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        List.of((UUID[]) row.getArray("before").getArray()),
                        List.of((UUID[]) row.getArray("after").getArray())))
                .list();
    }

    /** Deletes a tag that neither devices nor enrolments have any more. */
    void delete(OrganizationId organization, UUID id) {
        jdbc.sql("delete from santa.tag where organization_id = ? and id = ?")
                .params(organization.value(), id)
                .update();
    }

    private static Tag tag(ResultSet row, int number) throws SQLException {
        return new Tag(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("color"),
                row.getInt("position"),
                row.getLong("device_count"));
    }
}
