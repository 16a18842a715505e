package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.kernel.OrganizationScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests to which time does something. */
@Component
final class DueStore {

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those for which it is time, the longest overdue first. */
    List<RequestId> due(OrganizationScope scope, Instant now, int most) {
        return jdbc.sql("""
                        select id from (
                            select id, expires_at as at from approvals.request
                            where organization_id = :organization and closed_at is null and expires_at <= :now
                            union all
                            select request_id, due_at from approvals.stage
                            where organization_id = :organization and due_at <= :now
                        ) due group by id order by min(at), id limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Locks the request; not when another node, or somebody who decides, has it. */
    boolean take(OrganizationScope scope, RequestId id) {
        return jdbc.sql("""
                        select true from approvals.request
                        where organization_id = :organization and id = :id and closed_at is null
                        for update skip locked
                        """)
                .param("organization", scope.organization().value())
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Lets what is due and cannot be done wait, so that it holds nothing else up. */
    void postpone(OrganizationScope scope, RequestId id, Instant now, Instant until) {
        jdbc.sql("""
                        with stages as (
                            update approvals.stage set due_at = :until
                            where organization_id = :organization and request_id = :id and due_at <= :now)
                        update approvals.request set expires_at = :until
                        where organization_id = :organization and id = :id and expires_at <= :now
                        """)
                .param("organization", scope.organization().value())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }
}
