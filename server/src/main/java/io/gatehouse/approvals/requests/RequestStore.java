package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.request} and the numbers. */
@Component
final class RequestStore {

    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,12})");

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber(OrganizationScope scope) {
        return jdbc.sql("""
                        insert into approvals.request_number as n (organization_id, last) values (:organization, 1)
                        on conflict (organization_id) do update set last = n.last + 1
                        returning last
                        """)
                .param("organization", scope.organization().value())
                .query(Long.class)
                .single();
    }

    /** How many requests of a person wait. */
    long open(OrganizationScope scope, PersonId requester) {
        return pace(scope, requester, Instant.EPOCH).open();
    }

    /**
     * How much somebody asks for.
     *
     * @param open requests that wait
     * @param recent submitted since the given time
     */
    record Pace(long open, long recent) {}

    Pace pace(OrganizationScope scope, PersonId requester, Instant since) {
        return jdbc.sql("""
                        select count(*) filter (where closed_at is null) as open,
                            count(*) filter (where submitted_at > :since) as recent
                        from approvals.request
                        where organization_id = :organization and requester_id = :requester
                          and (closed_at is null or submitted_at > :since)
                        """)
                .param("organization", scope.organization().value())
                .param("requester", requester.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Pace(row.getLong("open"), row.getLong("recent")))
                .single();
    }

    /** Whether it was inserted; not when the requester has an open one with the same subject. */
    boolean insert(OrganizationScope scope, KeptRequest kept) {
        NewRequest asked = kept.asked();
        Request request = kept.request();
        Instant closedAt = request.closedAt();
        return jdbc.sql("""
                                insert into approvals.request (organization_id, id, number, kind, state, subject_key, title,
                                    subject, justification, requester_id, requester_name, editor_id, beneficiaries,
                                    emergency, content_hash, policy_version, route, routing, facts,
                                    path, submitted_at, expires_at, closed_at,
                                    beforehand, result)
                                values (:organization, :id, :number, :kind, :state, :subjectKey, :title,
                                    cast(:subject as jsonb), :justification, :requester, :requesterName, :requester,
                                    :beneficiaries, :emergency, :contentHash, :policyVersion, :route,
                                    :routing, cast(:facts as jsonb), cast(:path as jsonb), :submittedAt,
                                    :expiresAt, :closedAt, :beforehand, :result)
                                on conflict (organization_id, kind, requester_id, subject_key)
                                    where closed_at is null do nothing
                                """)
                        .param("organization", scope.organization().value())
                        .param("id", kept.id().value())
                        .param("number", kept.number())
                        .param("kind", asked.kind())
                        .param("state", request.state().name())
                        .param("subjectKey", asked.subjectKey())
                        .param("title", asked.title())
                        .param("subject", Documents.write(asked.subject()))
                        .param("justification", asked.justification().text())
                        .param("requester", request.ask().requester().value())
                        .param("requesterName", kept.requesterName())
                        .param("beneficiaries", uuids(request.ask().beneficiaries()))
                        .param("emergency", request.ask().emergency())
                        .param("contentHash", request.content().hash().hex())
                        .param("policyVersion", kept.policyVersion())
                        .param("route", kept.routing().route())
                        .param("routing", kept.routing().reason())
                        .param("facts", Documents.write(kept.routing().facts()))
                        .param("path", Documents.write(request.path()))
                        .param("submittedAt", request.ask().at().atOffset(ZoneOffset.UTC))
                        .param("expiresAt", kept.expiresAt().atOffset(ZoneOffset.UTC))
                        .param("closedAt", closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
                        .param("beforehand", closedAt != null)
                        .param("result", kept.result())
                        .update()
                == 1;
    }

    /** Writes all of a request that can change. */
    void update(OrganizationScope scope, KeptRequest kept) {
        NewRequest asked = kept.asked();
        Request request = kept.request();
        Instant closedAt = request.closedAt();
        jdbc.sql("""
                        update approvals.request
                        set state = :state, version = :version, round = :round, title = :title,
                            subject = cast(:subject as jsonb), justification = :justification, editor_id = :editor,
                            content_hash = :contentHash, route = :route,
                            routing = :routing, facts = cast(:facts as jsonb), path = cast(:path as jsonb), lapsed = :lapsed,
                            expires_at = :expiresAt, closed_at = :closedAt, result = :result
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", kept.id().value())
                .param("state", request.state().name())
                .param("version", request.content().version())
                .param("round", request.round())
                .param("title", asked.title())
                .param("subject", Documents.write(asked.subject()))
                .param("justification", asked.justification().text())
                .param("editor", request.content().editor().value())
                .param("contentHash", request.content().hash().hex())
                .param("route", kept.routing().route())
                .param("routing", kept.routing().reason())
                .param("facts", Documents.write(kept.routing().facts()))
                .param("path", Documents.write(request.path()))
                .param("lapsed", request.lapsed().toArray(UUID[]::new))
                .param("expiresAt", kept.expiresAt().atOffset(ZoneOffset.UTC))
                .param("closedAt", closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
                .param("result", kept.result())
                .update();
    }

    /**
     * The request, locked until the transaction ends: verdicts on it come one after the other. Read by a statement of its
     * own: one that waited for the lock would see the decisions of before it waited.
     */
    Optional<KeptRequest> lock(OrganizationScope scope, RequestId id) {
        jdbc.sql("select from approvals.request where organization_id = :organization and id = :id for update")
                .param("organization", scope.organization().value())
                .param("id", id.value())
                .query(_ -> {});
        return find(scope, id);
    }

    Optional<KeptRequest> find(OrganizationScope scope, RequestId id) {
        return Sql.of(RequestRows.SELECT)
                .append("where r.organization_id = :organization and r.id = :id")
                .with("organization", scope.organization().value())
                .with("id", id.value())
                .on(jdbc)
                .query(RequestRows::request)
                .optional();
    }

    List<KeptRequest> findAll(OrganizationScope scope, Collection<RequestId> ids) {
        return Sql.of(RequestRows.SELECT)
                .append("where r.organization_id = :organization and r.id = any(:ids)")
                .with("organization", scope.organization().value())
                .with("ids", ids.stream().map(RequestId::value).toArray(UUID[]::new))
                .on(jdbc)
                .query(RequestRows::request)
                .list();
    }

    /** The requester's open requests that they could take back. */
    List<RequestId> openOf(OrganizationScope scope, PersonId requester) {
        return jdbc.sql("""
                        select id from approvals.request
                        where organization_id = :organization and requester_id = :requester
                            and state in ('IN_REVIEW', 'CHANGES_REQUESTED')
                        order by id
                        """)
                .param("organization", scope.organization().value())
                .param("requester", requester.value())
                .query((row, _) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    Page<KeptRequest> list(OrganizationScope scope, RequestQuery query) {
        Sql where = Sql.conditions()
                .and(Sql.of(
                        "organization_id = :organization",
                        "organization",
                        scope.organization().value()))
                .when(name(query.state()), "state = :state", "state")
                .when(ids(query.requesters()), "requester_id = any(:requesters)", "requesters")
                .when(keys(query.subjectKeys()), "subject_key = any(:keys)", "keys")
                .and(matching(query.text()))
                .and(after(Cursor.decode(query.cursor(), 2)))
                .where();
        List<KeptRequest> rows = Sql.of(RequestRows.SELECT)
                .append(where)
                .append("order by submitted_at desc, id desc limit :limit")
                .with("limit", query.limit() + 1)
                .on(jdbc)
                .query(RequestRows::request)
                .list();
        return Page.of(
                rows, query.limit(), kept -> Cursor.of(kept.request().ask().at(), kept.id()));
    }

    private static Sql matching(@Nullable String text) {
        String pattern = Sql.containing(text);
        if (text == null || pattern == null) {
            return Sql.of("true");
        }
        Matcher number = NUMBER.matcher(text.strip());
        return Sql.of("(title ilike :text or requester_name ilike :text or number = :number)", "text", pattern)
                .with("number", number.matches() ? Long.parseLong(number.group(1)) : 0L);
    }

    private static Sql after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return Sql.of("true");
        }
        return Sql.of("(submitted_at, id) < (:lastAt, :lastId)")
                .with("lastAt", cursor.time(0))
                .with("lastId", cursor.id(1));
    }

    private static @Nullable String name(@Nullable RequestState state) {
        return state == null ? null : state.name();
    }

    private static UUID @Nullable [] ids(@Nullable Collection<PersonId> people) {
        return people == null ? null : uuids(people);
    }

    private static UUID[] uuids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static String @Nullable [] keys(@Nullable Collection<String> keys) {
        return keys == null ? null : keys.toArray(String[]::new);
    }
}
