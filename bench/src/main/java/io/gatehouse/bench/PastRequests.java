package io.gatehouse.bench;

import io.gatehouse.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Fills an organization with requests that were decided within the last 90 days. */
final class PastRequests {

    private static final String PEOPLE = """
            with person as (
                insert into identity.person (id, email, display_name)
                select uuidv7(), 'asker' || n || '@replay.example', 'Asker ' || n
                from generate_series(1, 500) n returning id, email)
            insert into identity.membership (organization_id, person_id, roles)
            select ?, id, array[case when email like 'asker1_@%' then 'SECURITY_ADMIN' else 'END_USER' end] from person
            """;

    private static final String REQUESTS = """
            insert into approvals.request (organization_id, id, number, kind, state, subject_key, title, subject,
                justification, requester_id, requester_name, content_hash, policy_version, submitted_at, closed_at, result,
                editor_id, path, expires_at, facts)
            select a.organization_id, uuidv7(), 1000000 + n, 'SOFTWARE',
                case when n % 10 = 0 then 'REJECTED' else 'APPROVED' end, 'replayed ' || n, 'Replayed ' || n, '{}',
                'Needed for the report', a.person_id, 'Asker', repeat('0', 64), 0,
                now() - make_interval(mins => n * 12), now() - make_interval(mins => n * 12 - 10),
                case when n % 10 > 0 then 'done' end, a.person_id, '{}', now() + interval '30 days',
                jsonb_build_object('risk', n % 100, 'publisher', 'Publisher ' || n % 50, 'department', '', 'teams',
                    '[]'::jsonb, 'roles', '["END_USER"]'::jsonb, 'external', false)
            from generate_series(1, ?) n
            join (select organization_id, person_id, row_number() over (order by person_id) - 1 as place
                  from identity.membership where organization_id = ? and 'END_USER' = any(roles)) a on a.place = n % 400
            """;

    private static final String DECISIONS = """
            insert into approvals.decision (organization_id, id, request_id, stage, outcome, person_id, person_name,
                authority, content_hash, terms, decided_at, round, group_name, member_id, member_name, channel)
            select r.organization_id, uuidv7(), r.id, 'decision', r.state, d.person_id, 'Decider',
                'permission:request.decide', repeat('0', 64), '{}', r.closed_at, 1, 'Deciders', d.person_id, 'Decider',
                'CONSOLE'
            from approvals.request r
            join (select organization_id, person_id, row_number() over (order by person_id) - 1 as n
                  from identity.membership where organization_id = ? and 'SECURITY_ADMIN' = any(roles)) d
                on d.n = r.number % 10 and d.organization_id = r.organization_id
            where r.number > 1000000
            """;

    private PastRequests() {}

    static void fill(Database database, UUID organization, int requests) throws SQLException {
        try (Connection owner =
                DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword())) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("select set_config('app.installation', 'on', false)");
            }
            run(owner, PEOPLE, organization);
            run(owner, REQUESTS, requests, organization);
            run(owner, DECISIONS, organization);
            try (Statement statement = owner.createStatement()) {
                statement.execute("analyze approvals.request, approvals.decision, identity.membership");
            }
        }
    }

    private static void run(Connection owner, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }
}
