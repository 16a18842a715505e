package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.decision}: insert and select only. */
@Component
final class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OrganizationScope scope, RequestId request, Decision decision) {
        jdbc.sql("""
                        insert into approvals.decision (organization_id, id, request_id, stage, place, outcome, person_id,
                            person_name, authority, content_hash, terms, comment, decided_at)
                        values (:organization, :id, :request, :stage, :place, :outcome, :person, :personName, :authority,
                            :contentHash, cast(:terms as jsonb), :comment, :decidedAt)
                        """)
                .param("organization", scope.organization().value())
                .param("id", decision.id())
                .param("request", request.value())
                .param("stage", decision.stage())
                .param("place", decision.place())
                .param("outcome", decision.outcome().name())
                .param("person", decision.person().value())
                .param("personName", decision.personName())
                .param("authority", decision.authority())
                .param("contentHash", decision.content().hex())
                .param("terms", Documents.write(decision.terms()))
                .param("comment", decision.comment())
                .param("decidedAt", decision.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The decisions of each request, oldest first. */
    Map<RequestId, List<Decision>> of(OrganizationScope scope, Collection<RequestId> requests) {
        Map<RequestId, List<Decision>> all = new HashMap<>();
        jdbc.sql("""
                        select * from approvals.decision
                        where organization_id = :organization and request_id = any(:requests)
                        order by decided_at, id
                        """)
                .param("organization", scope.organization().value())
                .param("requests", requests.stream().map(RequestId::value).toArray(UUID[]::new))
                .query(row -> {
                    RequestId request = new RequestId(row.getObject("request_id", UUID.class));
                    all.computeIfAbsent(request, _ -> new ArrayList<>()).add(decision(row));
                });
        return all;
    }

    List<Decision> of(OrganizationScope scope, RequestId request) {
        return of(scope, List.of(request)).getOrDefault(request, List.of());
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getObject("id", UUID.class),
                row.getInt("stage"),
                row.getInt("place"),
                Outcome.valueOf(row.getString("outcome")),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("person_name"),
                row.getString("authority"),
                new ContentHash(row.getString("content_hash")),
                Documents.texts(row.getString("terms")),
                row.getString("comment"),
                Rows.instant(row, "decided_at"));
    }
}
