package io.gatehouse.bench;

import io.gatehouse.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A book of a year, filled at a speed that no server would have. Entries have the size of real ones, and no meaning. */
final class BookRows {

    /** Common and rare actions, actors, objects and words, as in life: few are many. */
    private static final String FILL = """
            insert into ledger.entry (organization_id, id, recorded_at, actor_type, actor_id, action, object_type,
                object_id, object_name, reason, correlation_id, canonical, leaf_hash, retention_class)
            select ?, (lpad(to_hex((extract(epoch from t) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8'
                    || substr(h, 4, 15))::uuid, t, 'PERSON', md5('actor' || (power(random(), 3) * 2000)::int)::uuid,
                types[k % 10 + 1] || '.' || verbs[k / 10 + 1], types[k % 10 + 1], md5('object' || o),
                word(o % 200) || ' ' || word((power(random(), 2) * 19000)::int) || ' ' || o,
                case when i % 3 = 0 then 'Because ' || word((power(random(), 3) * 19000)::int) || ' needs it, ticket INC'
                    || i || case when i % 9999 = 0 then ' seldom' when i % 999 = 0 then ' sometimes' else '' end end,
                md5((i / 2)::text), convert_to(repeat(h, 12), 'UTF8'),
                sha256('\\x00'::bytea || convert_to(repeat(h, 12), 'UTF8')), 'CONFIGURATION'
            from (select i, md5(? || i) as h, (power(random(), 2) * 59)::int as k, (power(random(), 2) * 200000)::int as o,
                      now() - interval '1 year' * (1 - i / ?::float8) as t from generate_series(1, ?) i) g,
                (select array['rule', 'device', 'person', 'request', 'engagement', 'enrolment', 'role', 'team', 'tag',
                    'key'] as types, array['create', 'change', 'sign-in', 'approve', 'refuse', 'delete'] as verbs) w
            """;

    private static final String WORD = """
            create function pg_temp.word(n bigint) returns text language sql immutable as $$
                select translate(substr(md5(n::text), 1, 7), '0123456789', 'aeioulnrst') $$
            """;

    private BookRows() {}

    /** As the owner, whose indexes and triggers are away meanwhile. */
    static void fill(Database database, List<String> organizations, int entriesOfFirst, int entriesOfOthers)
            throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(WORD);
            statement.execute("set synchronous_commit = off");
            statement.execute("alter table ledger.entry disable trigger queue");
            List<String> indexes = dropIndexes(statement);
            for (int number = 0; number < organizations.size(); number++) {
                fill(owner, organizations.get(number), number == 0 ? entriesOfFirst : entriesOfOthers);
            }
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("alter table ledger.entry enable trigger queue");
            statement.execute("vacuum analyze ledger.entry");
        }
    }

    private static void fill(Connection owner, String organization, int entries) throws SQLException {
        try (PreparedStatement turn = owner.prepareStatement("select set_config('app.organization', ?, false)");
                PreparedStatement insert = owner.prepareStatement(FILL.replace("word(", "pg_temp.word("))) {
            turn.setString(1, organization);
            turn.execute();
            insert.setObject(1, UUID.fromString(organization));
            insert.setString(2, organization);
            insert.setInt(3, entries);
            insert.setInt(4, entries);
            insert.execute();
        }
    }

    /** What makes them again. */
    private static List<String> dropIndexes(Statement statement) throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (ResultSet indexes = statement.executeQuery("""
                select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
                where indrelid = 'ledger.entry'::regclass and not indisprimary
                """)) {
            while (indexes.next()) {
                names.add(indexes.getString(1));
                made.add(indexes.getString(2).replace(" ON ONLY ", " ON "));
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
        return made;
    }
}
