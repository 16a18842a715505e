package io.gatehouse.santa.events.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.MigratedDatabase;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.postgres.Database;
import io.gatehouse.postgres.EmbeddedPostgres;
import io.gatehouse.santa.durable.BusyException;
import io.gatehouse.santa.durable.GroupCommit;
import io.gatehouse.santa.durable.GroupLimits;
import io.gatehouse.santa.events.Uploads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed in the middle of a load, as by a power cut: what was acknowledged is there afterwards, once. */
final class CrashIT {

    private static final int MACS = 8;
    private static final int BATCH = 10;
    private static final int ROUNDS = 3;
    private static final int ACKNOWLEDGED_BEFORE_THE_CRASH = 60;
    private static final long NOW = 1_780_000_000_000_000L;

    private final OrganizationId organization = new OrganizationId(Ids.next());
    private final UUID[] macs = new UUID[MACS];
    private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
    private final Set<Integer> sent = new ConcurrentSkipListSet<>();

    CrashIT() {
        for (int mac = 0; mac < MACS; mac++) {
            macs[mac] = Ids.next();
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsRepeated(@TempDir Path folder) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            EmbeddedPostgres server = start(folder);
            Database database = MigratedDatabase.on(server);
            makeOrganizationOnce(database);
            assertThat(stored(database)).doesNotHaveDuplicates().containsAll(acknowledged);
            loadUntilTheCrash(server, database, round);
        }
        try (EmbeddedPostgres server = start(folder)) {
            Database database = MigratedDatabase.on(server);
            assertThat(stored(database)).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * ACKNOWLEDGED_BEFORE_THE_CRASH);
            repeatEverything(database);
            assertThat(stored(database)).doesNotHaveDuplicates().hasSameElementsAs(sent);
            assertThat(counted(database)).isEqualTo(sent.size());
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(folder.resolve("postgres"), EmbeddedPostgres.sharedBinaries(), Map.of());
    }

    private void loadUntilTheCrash(EmbeddedPostgres server, Database database, int round) throws Exception {
        CountDownLatch enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_CRASH);
        try (HikariDataSource pool = pool(database);
                GroupCommit<Upload> commit = commit(pool);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int mac = 0; mac < MACS; mac++) {
                int first = (round * MACS + mac) * 1_000_000;
                int sender = mac;
                running.add(threads.submit(() -> uploadUntilRefused(commit, sender, first, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            server.kill();
            for (Future<?> mac : running) {
                mac.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private void uploadUntilRefused(GroupCommit<Upload> commit, int mac, int first, CountDownLatch enough) {
        for (int event = first; ; event += BATCH) {
            List<Integer> events = batch(event);
            sent.addAll(events);
            try {
                commit.submit(upload(mac, events));
            } catch (BusyException crashed) {
                return;
            }
            acknowledged.addAll(events);
            events.forEach(_ -> enough.countDown());
        }
    }

    private void repeatEverything(Database database) {
        try (HikariDataSource pool = pool(database);
                GroupCommit<Upload> commit = commit(pool)) {
            for (int event : sent) {
                commit.submit(upload(event / 1_000_000 % MACS, List.of(event)));
            }
        }
    }

    private Upload upload(int mac, List<Integer> events) {
        String[] executions = events.stream()
                .map(event -> Uploads.execution(
                        Uploads.sha256("f" + event % 7), 1_780_000_000.0 - event % 3_600, "BLOCK_UNKNOWN", event))
                .toArray(String[]::new);
        return new Upload(organization, macs[mac], Uploads.of(executions), NOW);
    }

    private static List<Integer> batch(int first) {
        List<Integer> events = new ArrayList<>();
        for (int event = first; event < first + BATCH; event++) {
            events.add(event);
        }
        return events;
    }

    private static GroupCommit<Upload> commit(HikariDataSource pool) {
        GroupLimits limits = new GroupLimits(50, 10_000, Duration.ofSeconds(20));
        return new GroupCommit<>("crash-test", pool, limits, Upload::size, new IntakeWriter(new Memory()));
    }

    private static HikariDataSource pool(Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.applicationUser());
        pool.setPassword(database.applicationPassword());
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(1_000);
        return pool;
    }

    private void makeOrganizationOnce(Database database) throws SQLException {
        try (Connection connection = installation(database);
                PreparedStatement statement = connection.prepareStatement("""
                        insert into kernel.organization (id, slug, name, kind, accent_color, time_zone)
                        values (?, 'crash', 'Crash', 'ENTERPRISE', '#112233', 'UTC') on conflict do nothing
                        """)) {
            statement.setObject(1, organization.value());
            statement.executeUpdate();
        }
    }

    private static Connection installation(Database database) throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
        connection.createStatement().execute("select set_config('app.installation', 'on', false)");
        return connection;
    }

    private List<Integer> stored(Database database) throws SQLException {
        return numbers(database, "select pid from santa.event where organization_id = ?");
    }

    private long counted(Database database) throws SQLException {
        return numbers(database, "select sum(events)::int from santa.event_hour where organization_id = ?")
                .getFirst();
    }

    private List<Integer> numbers(Database database, String sql) throws SQLException {
        try (Connection connection = installation(database);
                PreparedStatement scope =
                        connection.prepareStatement("select set_config('app.organization', ?, false)");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            scope.setString(1, organization.toString());
            scope.execute();
            statement.setObject(1, organization.value());
            List<Integer> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
            }
            return numbers;
        }
    }
}
