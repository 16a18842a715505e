package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Inbox;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.assignment}: the open places of stages. */
@Component
final class AssignmentStore {

    /** Whose authority is used has not been heard. */
    private static final String UNHEARD = """
            and not exists (
                select from approvals.decision d
                where d.organization_id = r.organization_id and d.request_id = r.id
                  and l.member in (d.person_id, d.member_id) and d.outcome <> 'RETURNED'
                  and not d.id = any(r.lapsed))
            """;

    private final JdbcClient jdbc;

    AssignmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens the places of stages that began or whose groups changed, and closes those of stages that ended. */
    void write(OrganizationScope scope, @Nullable Request before, Request after, Supplier<Surroundings> around) {
        List<String> stale = new ArrayList<>();
        List<String> stages = new ArrayList<>();
        List<String> authorities = new ArrayList<>();
        for (Stage stage : after.stages()) {
            Stage old = before == null ? null : before.stage(stage.plan().id()).orElse(null);
            boolean same =
                    old != null && isOpen(old) == isOpen(stage) && old.rosters().equals(stage.rosters());
            if (same) {
                continue;
            }
            if (old != null && isOpen(old)) {
                stale.add(stage.plan().id());
            }
            if (isOpen(stage)) {
                for (String authority : Staffing.openings(stage, around.get())) {
                    stages.add(stage.plan().id());
                    authorities.add(authority);
                }
            }
        }
        if (!stale.isEmpty()) {
            close(scope, after, stale);
        }
        if (!stages.isEmpty()) {
            open(scope, after, stages, authorities);
        }
    }

    private static boolean isOpen(Stage stage) {
        return stage.state() == Stage.State.ACTIVE;
    }

    private void close(OrganizationScope scope, Request request, List<String> stages) {
        jdbc.sql("""
                        delete from approvals.assignment
                        where organization_id = :organization and request_id = :request and stage = any(:stages)
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.ask().id().value())
                .param("stages", stages.toArray(String[]::new))
                .update();
    }

    private void open(OrganizationScope scope, Request request, List<String> stages, List<String> authorities) {
        jdbc.sql("""
                        insert into approvals.assignment (organization_id, request_id, stage, authority, since)
                        select :organization, :request, a.stage, a.authority, :since
                        from unnest(:stages, :authorities) a (stage, authority)
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.ask().id().value())
                .param("stages", stages.toArray(String[]::new))
                .param("authorities", authorities.toArray(String[]::new))
                .param("since", request.ask().at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private record Waiting(RequestId request, Instant since) {}

    /** The requests with a place for one of these authorities that this person neither made nor has decided, newest first. */
    Page<RequestId> inbox(OrganizationScope scope, PersonId person, Reach reach, @Nullable String cursor, int limit) {
        Cursor last = Cursor.decode(cursor, 2);
        Sql after = last == null
                ? Sql.of("")
                : Sql.of("and (a.since, a.request_id) < (:lastAt, :lastId)", "lastAt", last.time(0))
                        .with("lastId", last.id(1));
        List<Waiting> waiting = Sql.of("select distinct a.since, a.request_id")
                .append(awaiting(scope, person, reach))
                .append(after)
                .append("order by a.since desc, a.request_id desc limit :limit")
                .with("limit", limit + 1)
                .on(jdbc)
                .query(AssignmentStore::waiting)
                .list();
        return Page.of(waiting, limit, row -> Cursor.of(row.since(), row.request()))
                .map(Waiting::request);
    }

    /** How many there are in all, up to {@link Inbox#MOST_COUNTED}. */
    long count(OrganizationScope scope, PersonId person, Reach reach) {
        return Sql.of("select count(*) from (select distinct a.request_id")
                .append(awaiting(scope, person, reach))
                .append("limit :most) waiting")
                .with("most", Inbox.MOST_COUNTED)
                .on(jdbc)
                .query(Long.class)
                .single();
    }

    private static Sql awaiting(OrganizationScope scope, PersonId person, Reach reach) {
        return Sql.of("""
                        from approvals.assignment a
                        join approvals.request r on r.organization_id = a.organization_id and r.id = a.request_id
                        where a.organization_id = :organization and r.state in ('IN_REVIEW', 'POST_REVIEW')
                          and not exists (
                            select from approvals.decision d
                            where d.organization_id = r.organization_id and d.request_id = r.id
                              and :person in (d.person_id, d.member_id) and d.outcome <> 'RETURNED'
                              and not d.id = any(r.lapsed))
                        """).append(open(scope, person, reach, UNHEARD));
    }

    /**
     * A place that is open to this person by one of these authorities, and never to who asked.
     *
     * @param lent what must hold as well where the authority is somebody else's
     */
    private static Sql open(OrganizationScope scope, PersonId person, Reach reach, String lent) {
        Sql open = Sql.of("and r.requester_id <> :person and a.authority = any(:authorities)")
                .with("organization", scope.organization().value())
                .with("person", person.value())
                .with("authorities", reach.all().toArray(String[]::new));
        return reach.lent().isEmpty() ? open : open.append(lent(reach, lent));
    }

    private static Sql lent(Reach reach, String more) {
        return Sql.of("""
                        and (a.authority = any(:own) or exists (
                            select from jsonb_to_recordset(cast(:lent as jsonb))
                                l (member uuid, authorities text[], kind text, requesters uuid[])
                            where a.authority = any(l.authorities) and (l.kind is null or l.kind = r.kind)
                              and (l.requesters is null or r.requester_id = any(l.requesters))
                              and r.requester_id <> l.member
                        """)
                .append(more)
                .append("))")
                .with("own", reach.own().toArray(String[]::new))
                .with("lent", Documents.write(reach.lent()));
    }

    /** Whether a place of the request is open to this person, whatever they have decided; never to who asked. */
    boolean asks(OrganizationScope scope, RequestId request, PersonId person, Reach reach) {
        return Sql.of("""
                        select exists (
                            select from approvals.assignment a
                            join approvals.request r on r.organization_id = a.organization_id and r.id = a.request_id
                            where a.organization_id = :organization and a.request_id = :request
                        """, "request", request.value())
                .append(open(scope, person, reach, ""))
                .append(")")
                .on(jdbc)
                .query(Boolean.class)
                .single();
    }

    private static Waiting waiting(ResultSet row, int ignored) throws SQLException {
        return new Waiting(new RequestId(row.getObject("request_id", UUID.class)), Rows.instant(row, "since"));
    }
}
