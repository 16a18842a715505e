package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.postgres.Database;
import io.gatehouse.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Partitions over the years, in a database of the test's own: only there may the owner's clock be moved. */
final class PartitionsIT {

    private static final Instant NOW = Instant.parse("2026-08-05T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(60);
    private static final Partitioning TABLE = new Partitioning("kernel.reading", "read_at", 7, KEPT);

    private final Database database = TestDatabase.fresh("partitions");
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final OrganizationScope acme = OrganizationScope.system(new OrganizationId(Ids.next()));
    private final OrganizationScope other = OrganizationScope.system(new OrganizationId(Ids.next()));

    PartitionsIT() throws SQLException {
        var source =
                new DriverManagerDataSource(database.url(), database.applicationUser(), database.applicationPassword());
        this.jdbc = JdbcClient.create(source);
        this.transactions = new Transactions(new JdbcTransactionManager(source), jdbc);
        Migrations.run(database);
        makeTable();
        List.of(acme, other).forEach(this::makeOrganization);
    }

    @Test
    void rowsLieInTheirWeekAndGoWithItWhenTheirTimeIsOver() throws SQLException {
        partitionsAt(NOW).make();
        Instant longAgo = NOW.minus(Duration.ofDays(45));
        List.of(acme, other).forEach(scope -> List.of(longAgo, NOW).forEach(time -> add(scope, time)));
        assertThat(homes(acme)).containsExactly("kernel.reading_default", "kernel.reading_20260730");

        partitionsAt(NOW).dropOld();
        assertThat(homes(acme)).as("nothing is too old yet").hasSize(2);

        partitionsAt(NOW.plus(Duration.ofDays(30))).dropOld();
        assertThat(homes(acme)).containsExactly("kernel.reading_20260730");
        assertThat(homes(other)).as("of every organization").containsExactly("kernel.reading_20260730");
        assertThat(partitions())
                .as("the weeks before were empty, and are young enough")
                .contains("reading_20260709");

        Instant lastDay = Instant.parse("2026-08-05T23:59:59Z").plus(KEPT);
        partitionsAt(lastDay).dropOld();
        assertThat(homes(acme)).as("kept to the end of its week").hasSize(1);

        partitionsAt(lastDay.plusSeconds(1)).make();
        partitionsAt(lastDay.plusSeconds(1)).dropOld();
        assertThat(homes(acme)).isEmpty();
        assertThat(partitions())
                .contains("reading_default", "reading_20261001", "reading_20261029")
                .doesNotContain("reading_20260730");
    }

    @Test
    void whatIsMadeBehindMustBeKept() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partitioning("kernel.reading", "read_at", 7, Duration.ofDays(34)))
                .withMessageContaining("35 days");
    }

    private Partitions partitionsAt(Instant now) {
        return new Partitions(
                database,
                List.of(TABLE),
                new AllOrganizations(transactions, jdbc),
                transactions,
                jdbc,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void makeTable() throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("drop table if exists kernel.reading");
            statement.execute("""
                    create table kernel.reading (organization_id uuid not null, read_at timestamptz not null)
                    partition by range (read_at)
                    """);
            statement.execute("call kernel.isolate('kernel.reading')");
            statement.execute("create table kernel.reading_default partition of kernel.reading default");
            statement.execute("call kernel.isolate('kernel.reading_default')");
            statement.execute("grant select, insert, delete on kernel.reading to " + database.applicationUser());
        }
    }

    private void makeOrganization(OrganizationScope scope) {
        UUID id = scope.organization().value();
        transactions.installation(() -> jdbc.sql("""
                        insert into kernel.organization (id, slug, name, kind, accent_color, time_zone)
                        values (?, ?, 'Test', 'ENTERPRISE', '#112233', 'UTC')
                        """).params(id, "t-" + id).update());
    }

    private void add(OrganizationScope scope, Instant time) {
        transactions.write(
                scope,
                () -> jdbc.sql("insert into kernel.reading values (?, ?)")
                        .params(scope.organization().value(), time.atOffset(ZoneOffset.UTC))
                        .update());
    }

    private List<String> homes(OrganizationScope scope) {
        return transactions.<List<String>>read(
                scope,
                () -> jdbc.sql("select tableoid::regclass::text from kernel.reading order by read_at")
                        .query(String.class)
                        .list());
    }

    private List<String> partitions() {
        return jdbc.sql("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'kernel.reading'::regclass")
                .query(String.class)
                .list();
    }
}
