package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.Statement;
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
        return jdbc.sql("""
                        select count(*) from approvals.request
                        where organization_id = ? and requester_id = ? and state = 'IN_REVIEW'
                        """)
                .params(scope.organization().value(), requester.value())
                .query(Long.class)
                .single();
    }

    /** How many requests a person has submitted since then. */
    long since(OrganizationScope scope, PersonId requester, Instant then) {
        return jdbc.sql("""
                        select count(*) from approvals.request
                        where organization_id = ? and requester_id = ? and submitted_at > ?
                        """)
                .params(scope.organization().value(), requester.value(), then.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Whether it was inserted; not when the requester has an open one with the same subject. */
    boolean insert(OrganizationScope scope, RequestRow row) {
        NewRequest asked = row.asked();
        return jdbc.sql("""
                                insert into approvals.request (organization_id, id, number, kind, state, subject_key, title,
                                    subject, justification, requester_id, requester_name, content_hash, policy_version,
                                    policy, submitted_at)
                                values (:organization, :id, :number, :kind, :state, :subjectKey, :title,
                                    cast(:subject as jsonb), :justification, :requester, :requesterName, :contentHash,
                                    :policyVersion, cast(:policy as jsonb), :submittedAt)
                                on conflict (organization_id, kind, requester_id, subject_key)
                                    where state = 'IN_REVIEW' do nothing
                                """)
                        .param("organization", scope.organization().value())
                        .param("id", row.id().value())
                        .param("number", row.number())
                        .param("kind", asked.kind())
                        .param("state", row.state().name())
                        .param("subjectKey", asked.subjectKey())
                        .param("title", asked.title())
                        .param("subject", Documents.write(asked.subject()))
                        .param("justification", asked.justification().text())
                        .param("requester", row.requester().value())
                        .param("requesterName", row.requesterName())
                        .param("contentHash", row.contentHash().hex())
                        .param("policyVersion", row.policyVersion())
                        .param("policy", Documents.write(row.policy()))
                        .param("submittedAt", row.submittedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void close(OrganizationScope scope, RequestRow row) {
        Instant closedAt = row.closedAt();
        jdbc.sql("""
                        update approvals.request set state = :state, closed_at = :closedAt, result = :result
                        where organization_id = :organization and id = :id
                        """)
                .param("organization", scope.organization().value())
                .param("id", row.id().value())
                .param("state", row.state().name())
                .param("closedAt", closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC))
                .param("result", row.result())
                .update();
    }

    /** The request, locked until the transaction ends: verdicts on it come one after the other. */
    Optional<RequestRow> lock(OrganizationScope scope, RequestId id) {
        return byId(scope, id, "for update");
    }

    Optional<RequestRow> find(OrganizationScope scope, RequestId id) {
        return byId(scope, id, "");
    }

    private Optional<RequestRow> byId(OrganizationScope scope, RequestId id, String locking) {
        return Sql.of("select * from approvals.request where organization_id = :organization and id = :id")
                .append(locking)
                .with("organization", scope.organization().value())
                .with("id", id.value())
                .on(jdbc)
                .query(RequestStore::row)
                .optional();
    }

    List<RequestRow> findAll(OrganizationScope scope, Collection<RequestId> ids) {
        return jdbc.sql("select * from approvals.request where organization_id = :organization and id = any(:ids)")
                .param("organization", scope.organization().value())
                .param("ids", ids.stream().map(RequestId::value).toArray(UUID[]::new))
                .query(RequestStore::row)
                .list();
    }

    /** The requester's requests that wait for a decision. */
    List<RequestId> openOf(OrganizationScope scope, PersonId requester) {
        return jdbc.sql("""
                        select id from approvals.request
                        where organization_id = :organization and requester_id = :requester and state = 'IN_REVIEW'
                        order by id
                        """)
                .param("organization", scope.organization().value())
                .param("requester", requester.value())
                .query((row, _) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    Page<RequestRow> list(OrganizationScope scope, RequestQuery query) {
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
        List<RequestRow> rows = Sql.of("select * from approvals.request")
                .append(where)
                .append("order by submitted_at desc, id desc limit :limit")
                .with("limit", query.limit() + 1)
                .on(jdbc)
                .query(RequestStore::row)
                .list();
        return Page.of(rows, query.limit(), row -> Cursor.of(row.submittedAt(), row.id()));
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
        return people == null ? null : people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static String @Nullable [] keys(@Nullable Collection<String> keys) {
        return keys == null ? null : keys.toArray(String[]::new);
    }

    private static RequestRow row(ResultSet row, int ignored) throws SQLException {
        NewRequest asked = new NewRequest(
                row.getString("kind"),
                row.getString("subject_key"),
                row.getString("title"),
                Documents.texts(row.getString("subject")),
                new Statement(row.getString("justification")));
        return new RequestRow(
                new RequestId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                RequestState.valueOf(row.getString("state")),
                asked,
                new PersonId(row.getObject("requester_id", UUID.class)),
                row.getString("requester_name"),
                new ContentHash(row.getString("content_hash")),
                row.getInt("policy_version"),
                Documents.policy(row.getString("policy")),
                Rows.instant(row, "submitted_at"),
                Rows.instantOrNull(row, "closed_at"),
                row.getString("result"));
    }
}
