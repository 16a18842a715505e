package io.gatehouse.kernel;

import io.gatehouse.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the partitions of the time to come, as the owner, since the application's role may not: at start before the first
 * request, then daily. Any number of nodes may do so; a lock lets one after the other. Reads and writes go through the
 * partitioned table, so that the partitions need no grants of their own.
 */
@Component
final class PartitionKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionKeeper.class);
    private static final int BEHIND = 4;
    private static final int AHEAD = 4;
    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

    private final Database database;
    private final List<Partitioning> tables;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable Thread worker;

    PartitionKeeper(Database database, List<Partitioning> tables, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void start() {
        try {
            makePartitions();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the partitions of event-like tables", e);
        }
        running = true;
        worker = Thread.ofVirtual().name("partitions").start(this::keep);
    }

    @Override
    public void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void keep() {
        while (running) {
            try {
                Thread.sleep(Duration.ofDays(1));
                makePartitions();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException e) {
                LOG.warn("Partitions could not be made and will be tried again in a day: {}", e.getMessage());
            }
        }
    }

    private void makePartitions() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local lock_timeout = '10s'");
            statement.execute("select pg_advisory_xact_lock(hashtext('gatehouse.partitions'))");
            for (Partitioning table : tables) {
                makePartitions(statement, table);
            }
            connection.commit();
        }
    }

    private void makePartitions(Statement statement, Partitioning table) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long current = Math.floorDiv(today.toEpochDay(), table.days());
        for (long period = current - BEHIND; period <= current + AHEAD; period++) {
            LocalDate from = LocalDate.ofEpochDay(period * table.days());
            String name = table.table() + "_" + NAME.format(from);
            if (!exists(statement, name)) {
                statement.execute("create table " + name + " partition of " + table.table() + " for values from ('"
                        + from + "T00:00:00Z') to ('" + from.plusDays(table.days()) + "T00:00:00Z')");
                statement.execute("call kernel.isolate('" + name + "')");
            }
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (var rows = statement.executeQuery("select to_regclass('" + name + "') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
