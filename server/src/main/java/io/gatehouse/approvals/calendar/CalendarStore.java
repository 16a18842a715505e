package io.gatehouse.approvals.calendar;

import io.gatehouse.kernel.OrganizationScope;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code approvals.calendar}. */
@Component
final class CalendarStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BusinessCalendar> find(OrganizationScope scope) {
        return jdbc.sql("select document from approvals.calendar where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query((row, _) -> JSON.readValue(row.getString("document"), BusinessCalendar.class))
                .optional();
    }

    void write(OrganizationScope scope, BusinessCalendar calendar) {
        jdbc.sql("""
                        insert into approvals.calendar (organization_id, document)
                        values (:organization, cast(:document as jsonb))
                        on conflict (organization_id) do update set document = excluded.document
                        """)
                .param("organization", scope.organization().value())
                .param("document", JSON.writeValueAsString(calendar))
                .update();
    }
}
