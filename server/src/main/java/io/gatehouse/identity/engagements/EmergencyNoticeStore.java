package io.gatehouse.identity.engagements;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.emergency_notice}. */
@Repository
final class EmergencyNoticeStore {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    EmergencyNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person to be told of an engagement. */
    record Notice(UUID engagement, PersonRef person) {}

    /** The customer's own people who can end it. */
    List<PersonId> toBeTold(OrganizationId customer) {
        return jdbc.sql("""
                        select distinct h.person_id from identity.held h
                        join identity.membership m
                            on m.organization_id = h.organization_id and m.person_id = h.person_id and m.suspended_at is null
                        where h.organization_id = :customer and h.team_id is null and h.source <> 'ENGAGEMENT'
                          and (h.role = any(:roles) or :permission = any(h.permissions))
                        limit :most
                        """)
                .param("customer", customer.value())
                .param(
                        "roles",
                        Role.thatAllow(Permission.ENTRANT_END).stream()
                                .map(Role::name)
                                .toArray(String[]::new))
                .param("permission", Permission.ENTRANT_END.name())
                .param("most", MOST)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    void insert(OrganizationId customer, UUID id, UUID engagement, PersonId person) {
        jdbc.sql("""
                        insert into identity.emergency_notice (organization_id, id, engagement_id, person_id)
                        values (:customer, :id, :engagement, :person)
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .param("engagement", engagement)
                .param("person", person.value())
                .update();
    }

    /** The notice, as long as its reader is an active member. */
    Optional<Notice> find(OrganizationId customer, UUID id) {
        return jdbc.sql("""
                        select n.engagement_id, p.id, p.display_name, p.email from identity.emergency_notice n
                        join identity.person p on p.id = n.person_id
                        join identity.membership m
                            on m.organization_id = n.organization_id and m.person_id = n.person_id and m.suspended_at is null
                        where n.organization_id = :customer and n.id = :id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query((row, _) -> new Notice(
                        row.getObject("engagement_id", UUID.class),
                        new PersonRef(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("email"))))
                .optional();
    }
}
