package io.gatehouse.kernel;

import io.gatehouse.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The partitions of every {@link Partitioning}, made and dropped as the owner, since the application's role may do neither.
 * Any number of nodes may do so; a lock lets one after the other. Reads and writes go through the partitioned table, so that
 * the partitions need no grants of their own.
 */
@Component
final class Partitions {

    static final int BEHIND = 4;
    private static final int AHEAD = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

    private final Database database;
    private final List<Partitioning> tables;
    private final AllOrganizations organizations;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Partitions(
            Database database,
            List<Partitioning> tables,
            AllOrganizations organizations,
            Transactions transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.database = database;
        this.tables = tables;
        this.organizations = organizations;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes what is missing around now. */
    void make() throws SQLException {
        asOwner(statement -> {
            statement.execute("set local lock_timeout = '10s'");
            for (Partitioning table : tables) {
                make(statement, table);
            }
        });
    }

    private void make(Statement statement, Partitioning table) throws SQLException {
        LocalDate now = start(table, clock.instant());
        for (int period = -BEHIND; period <= AHEAD; period++) {
            LocalDate from = now.plusDays((long) period * table.days());
            String name = name(table, from);
            if (!exists(statement, name)) {
                statement.execute("create table " + name + " partition of " + table.table() + " for values from ('"
                        + from + "T00:00:00Z') to ('" + from.plusDays(table.days()) + "T00:00:00Z')");
                statement.execute("call kernel.isolate('" + name + "')");
            }
        }
    }

    /** Drops what is older than its table keeps, and deletes what is as old from the partition for times far from now. */
    void dropOld() throws SQLException {
        for (Partitioning table : tables) {
            asOwner(statement -> dropOld(statement, table));
        }
        for (OrganizationId organization : organizations.ids()) {
            transactions.write(OrganizationScope.system(organization), () -> tables.forEach(this::deleteOld));
        }
    }

    private void dropOld(Statement statement, Partitioning table) throws SQLException {
        LocalDate oldest = oldest(table);
        // Whoever reads or writes the table waits behind this lock: rather tomorrow than long.
        statement.execute("set local lock_timeout = '3s'");
        for (LocalDate from : made(statement.getConnection(), table)) {
            if (from.isBefore(oldest)) {
                statement.execute("drop table " + name(table, from));
                LOG.info("Dropped the rows of {} from {} on: they are kept for {}", table.table(), from, table.kept());
            }
        }
    }

    /** Row-level security binds the owner too, so this goes organization by organization. */
    private void deleteOld(Partitioning table) {
        jdbc.sql("delete from " + table.table() + " where " + table.column() + " < ?")
                .param(oldest(table).atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    private LocalDate oldest(Partitioning table) {
        return start(table, clock.instant().minus(table.kept()));
    }

    /** The first day of the partition that holds an instant. */
    private static LocalDate start(Partitioning table, Instant instant) {
        long day = LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
        return LocalDate.ofEpochDay(day - Math.floorMod(day, table.days()));
    }

    private static String name(Partitioning table, LocalDate from) {
        return table.table() + "_" + NAME.format(from);
    }

    private static List<LocalDate> made(Connection connection, Partitioning table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select substring(c.relname from '_(\\d{8})$')
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = ?::regclass and c.relname ~ '_\\d{8}$' order by 1
                """)) {
            query.setString(1, table.table());
            List<LocalDate> starts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    starts.add(LocalDate.parse(rows.getString(1), NAME));
                }
            }
            return starts;
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select to_regclass('" + name + "') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private interface Work {
        void run(Statement statement) throws SQLException;
    }

    private void asOwner(Work work) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('gatehouse.partitions'))");
            work.run(statement);
            connection.commit();
        }
    }
}
