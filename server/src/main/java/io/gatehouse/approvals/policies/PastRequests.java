package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as they were routed and decided, newest first, read for a replay. */
@Component
final class PastRequests {

    private final JdbcClient jdbc;

    PastRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One request.
     *
     * @param facts as they were when it was routed
     */
    record Past(
            UUID id,
            long number,
            String title,
            RequestState state,
            PersonId requester,
            PersonId editor,
            Set<PersonId> beneficiaries,
            @Nullable String route,
            Map<String, Object> facts,
            Instant submittedAt,
            @Nullable Instant closedAt,
            List<Said> said) {

        boolean isDecided() {
            return state == RequestState.APPROVED || state == RequestState.REJECTED;
        }

        /** How long it took; null while it is not decided. */
        @Nullable
        Double hours() {
            Instant end = closedAt;
            return end == null || !isDecided()
                    ? null
                    : Duration.between(submittedAt, end).toSeconds() / 3600.0;
        }

        /** In how many stages somebody decided. */
        int steps() {
            return Math.max(1, (int) said.stream().map(Said::stage).distinct().count());
        }
    }

    /** A decision that counted. */
    record Said(PersonId person, String stage, Outcome outcome) {}

    List<Past> since(OrganizationScope scope, String kind, Instant since, int most) {
        return jdbc.sql("""
                        select r.id, r.number, r.title, r.state, r.requester_id, r.editor_id, r.beneficiaries, r.route,
                            r.facts, r.submitted_at, r.closed_at, d.said
                        from approvals.request r
                        left join lateral (
                            select array_agg(d.member_id || ' ' || d.outcome || ' ' || d.stage order by d.decided_at, d.id)
                                as said
                            from approvals.decision d
                            where d.organization_id = r.organization_id and d.request_id = r.id
                                and d.id <> all(r.lapsed)) d on true
                        where r.organization_id = :organization and r.kind = :kind and r.submitted_at >= :since
                            and not r.emergency
                        order by r.submitted_at desc, r.id desc limit :most
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(PastRequests::past)
                .list();
    }

    private static Past past(ResultSet row, int ignored) throws SQLException {
        return new Past(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("title"),
                RequestState.valueOf(row.getString("state")),
                new PersonId(row.getObject("requester_id", UUID.class)),
                new PersonId(row.getObject("editor_id", UUID.class)),
                Arrays.stream((UUID[]) row.getArray("beneficiaries").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                row.getString("route"),
                PolicyJson.values(row.getString("facts")),
                Rows.instant(row, "submitted_at"),
                Rows.instantOrNull(row, "closed_at"),
                said(row));
    }

    private static List<Said> said(ResultSet row) throws SQLException {
        var said = row.getArray("said");
        return said == null
                ? List.of()
                : Arrays.stream((String[]) said.getArray())
                        .map(each -> each.split(" ", 3))
                        .map(part ->
                                new Said(new PersonId(UUID.fromString(part[0])), part[2], Outcome.valueOf(part[1])))
                        .toList();
    }
}
