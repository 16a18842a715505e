package io.gatehouse.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Remembers what the statements of each method told, and to whom. */
final class Witness {

    /** Statements that are not looked at again. */
    private static final Set<String> SETTLED = ConcurrentHashMap.newKeySet();

    private static final Map<String, String> LEAKS = new ConcurrentSkipListMap<>();
    private static final Set<String> PROVEN = new ConcurrentSkipListSet<>();
    private static final Set<String> NAMING = new ConcurrentSkipListSet<>();
    private static volatile boolean open;

    private Witness() {}

    static boolean isOpen() {
        return open;
    }

    static void open(boolean wanted) {
        open = wanted;
    }

    static Map<String, String> leaks() {
        return new TreeMap<>(LEAKS);
    }

    /** Methods of which a statement told something where it should, and nothing elsewhere. */
    static Set<String> proven() {
        return new TreeSet<>(PROVEN);
    }

    /** Methods whose statements turn to the organization of their values by themselves. */
    static Set<String> naming() {
        return new TreeSet<>(NAMING);
    }

    /** A statement that a method is about to run with these values. */
    record Run(String method, String sql, List<WatchedConnection.Value> values) {}

    static void look(Connection connection, Run run) throws SQLException {
        String statement = run.method() + " " + run.sql();
        if (!open || SETTLED.contains(statement)) {
            return;
        }
        Look.Seen seen = inTransaction(connection, new Look(connection, run));
        if (seen.asItIs().isEmpty() || Reviewed.hasNoRows(run.method())) {
            return;
        }
        if (seen.namesItself()) {
            NAMING.add(run.method());
            SETTLED.add(statement);
        } else if (Reviewed.FRAMING.containsKey(run.method()) ? tellsLess(seen) : tellsNothing(seen)) {
            PROVEN.add(run.method());
            SETTLED.add(statement);
        } else if (!Reviewed.FRAMING.containsKey(run.method())) {
            LEAKS.put(run.method(), seen.toString());
        }
    }

    private static boolean tellsNothing(Look.Seen seen) {
        return seen.without().isEmpty() && seen.elsewhere().isEmpty();
    }

    private static boolean tellsLess(Look.Seen seen) {
        return !seen.without().equals(seen.asItIs()) && seen.elsewhere().equals(seen.without());
    }

    private static Look.Seen inTransaction(Connection connection, Look look) throws SQLException {
        if (!connection.getAutoCommit()) {
            return look.take();
        }
        connection.setAutoCommit(false);
        try {
            return look.take();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
