package io.gatehouse.identity.federation;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code identity.external_identity}, with the names that people know. */
@Repository
final class LinkedAccountStore {

    private final JdbcClient jdbc;

    LinkedAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person's; of that organization alone, if one is named. */
    List<LinkedAccount> of(PersonId person, @Nullable OrganizationId only) {
        return jdbc.sql("""
                        select e.provider_id, p.name, e.organization_id, o.name as organization_name, e.subject,
                               e.linked_at, e.last_used_at
                        from identity.external_identity e
                        join identity.identity_provider p
                            on p.organization_id = e.organization_id and p.id = e.provider_id
                        join kernel.organization o on o.id = e.organization_id
                        where e.person_id = :person
                          and e.organization_id = coalesce(cast(:only as uuid), e.organization_id)
                        order by o.name, p.name
                        """)
                .param("person", person.value())
                .param("only", only == null ? null : only.value())
                .query((row, _) -> new LinkedAccount(
                        row.getObject("provider_id", UUID.class),
                        row.getString("name"),
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getString("organization_name"),
                        row.getString("subject"),
                        Rows.instant(row, "linked_at"),
                        Rows.instantOrNull(row, "last_used_at")))
                .list();
    }
}
