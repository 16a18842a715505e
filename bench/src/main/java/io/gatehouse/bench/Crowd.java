package io.gatehouse.bench;

import io.gatehouse.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Fills an installation with people and organizations, at a speed that no API would have. */
final class Crowd {

    private static final String NAMES = """
            with first_name as (
                select array['Ada', 'Björn', 'Chen', 'Dana', 'Emre', 'Fatima', 'Grace', 'Hugo', 'Ines', 'Jan', 'Kofi',
                             'Lena', 'Mika', 'Noor', 'Olga', 'Paul', 'Quinn', 'Rosa', 'Sven', 'Tariq'] as names),
            last_name as (
                select array['Adler', 'Brandt', 'Costa', 'Dubois', 'Eriksen', 'Fischer', 'Garcia', 'Huber', 'Ivanov',
                             'Jensen', 'Kowalski', 'Lindqvist', 'Moreau', 'Novak', 'Okafor', 'Peters', 'Rossi',
                             'Schmidt', 'Tanaka', 'Weber'] as names)
            """;

    private static final String PEOPLE = NAMES + """
            insert into identity.person (id, email, display_name, last_sign_in_at)
            select uuidv7(), 'person' || n || '@crowd.example',
                   f.names[1 + n % 20] || ' ' || l.names[1 + n / 20 % 20] || ' ' || n,
                   case when n % 3 > 0 then now() - make_interval(mins => n) end
            from generate_series(1, ?) n, first_name f, last_name l
            """;

    private static final String CUSTOMERS = """
            insert into kernel.organization (id, parent_id, slug, name, kind, accent_color, time_zone)
            select uuidv7(), ?, 'customer-' || n, 'Customer ' || n, 'CUSTOMER', '#336699', 'UTC'
            from generate_series(1, ?) n
            """;

    /** Four in ten belong to one large organization, the others to customers in turn. */
    private static final String MEMBERSHIPS = """
            insert into identity.membership (organization_id, person_id, roles)
            select case when p.n % 10 < 4 then ? else c.id end, p.id,
                   array[case when p.n % 10 < 4 then 'END_USER' else 'REQUEST_USER' end]
            from (select id, row_number() over (order by id) as n from identity.person
                  where email like '%@crowd.example') p
            join (select id, row_number() over (order by id) - 1 as n from kernel.organization where parent_id = ?) c
                on c.n = p.n % (select count(*) from kernel.organization where parent_id = ?)
            """;

    /** Technicians of the provider, each engaged for a share of the customers. */
    private static final String TECHNICIANS = """
            with technician as (
                insert into identity.person (id, email, display_name)
                select uuidv7(), 'technician' || n || '@provider.example', 'Technician ' || n
                from generate_series(1, ?) n returning id)
            insert into identity.membership (organization_id, person_id, roles)
            select ?, id, array['TECHNICIAN'] from technician
            """;

    private static final String ENGAGEMENTS = """
            insert into identity.engagement (organization_id, id, provider_id, person_id, level, reason, starts_at)
            select c.id, uuidv7(), c.parent_id, t.person_id, 'FULL', 'Looks after it', now() - interval '1 day'
            from (select id, parent_id, row_number() over (order by id) as n from kernel.organization
                  where parent_id = ?) c
            join (select person_id, row_number() over (order by person_id) as n from identity.membership
                  where organization_id = ? and roles = array['TECHNICIAN']) t on c.n % 50 = t.n % 50
            """;

    private static final int NUMBER_OF_TECHNICIANS = 200;

    private Crowd() {}

    static void settle(Database database, UUID large, UUID provider, int people, int customers) throws SQLException {
        try (Connection owner =
                DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword())) {
            try (Statement statement = owner.createStatement()) {
                statement.execute("select set_config('app.installation', 'on', false)");
            }
            run(owner, PEOPLE, people);
            run(owner, CUSTOMERS, provider, customers);
            run(owner, MEMBERSHIPS, large, provider, provider);
            run(owner, TECHNICIANS, NUMBER_OF_TECHNICIANS, provider);
            run(owner, ENGAGEMENTS, provider, provider);
            try (Statement statement = owner.createStatement()) {
                statement.execute("vacuum analyze");
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
