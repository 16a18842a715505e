package io.gatehouse.isolation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Runs a statement with its values three times before it really runs, and undoes it each time: as it is, with no
 * organization in force, and with one that has no rows: the policies compare ids and nothing else (IsolationIT), so whatever
 * is told there is somebody else's.
 */
final class Look {

    /** What the statement told or changed in the organization in force, in none, and in another. */
    record Seen(List<String> asItIs, List<String> without, List<String> elsewhere, boolean namesItself) {}

    private static final List<String> NOTHING = List.of();

    private final Connection connection;
    private final Witness.Run run;

    Look(Connection connection, Witness.Run run) {
        this.connection = connection;
        this.run = run;
    }

    Seen take() throws SQLException {
        List<String> asItIs = undone(this::told);
        if (asItIs.isEmpty()) {
            return new Seen(NOTHING, NOTHING, NOTHING, false);
        }
        boolean namesItself = undone(() -> {
            turnTo("");
            told();
            return !current("select coalesce(current_setting('app.organization', true), '')")
                    .isEmpty();
        });
        return namesItself
                ? new Seen(asItIs, NOTHING, NOTHING, true)
                : new Seen(asItIs, toldIn(""), toldIn(UUID.randomUUID().toString()), false);
    }

    private List<String> toldIn(String organization) throws SQLException {
        return undone(() -> {
            turnTo(organization);
            return told();
        });
    }

    private void turnTo(String organization) throws SQLException {
        current("select set_config('app.installation', 'off', true)");
        try (PreparedStatement name = connection.prepareStatement("select set_config('app.organization', ?, true)")) {
            name.setString(1, organization);
            name.execute();
        }
    }

    private String current(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** What the statement tells or changes, in words; nothing also when the database refuses. */
    private List<String> told() throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement = connection.prepareStatement(run.sql())) {
            for (WatchedConnection.Value value : run.values()) {
                value.method().invoke(statement, value.arguments());
            }
            if (statement.execute()) {
                return telling(statement.getResultSet());
            }
            return statement.getUpdateCount() > 0 ? List.of(statement.getUpdateCount() + " changed") : NOTHING;
        } catch (SQLException e) {
            connection.rollback(before);
            return refused(e) ? NOTHING : List.of("failed: " + e.getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A policy's refusal, or a constraint or trigger that misses what cannot be seen. */
    private static boolean refused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals("42501") || state.equals("P0002") || state.startsWith("23");
    }

    /** Counts of nothing, false and the like are what a statement says where it finds no row. */
    private static List<String> telling(ResultSet rows) throws SQLException {
        List<String> telling = new ArrayList<>();
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                if (!isNothing(value)) {
                    telling.add(rows.getMetaData().getColumnLabel(column) + " = " + value);
                }
            }
        }
        return telling;
    }

    private static boolean isNothing(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> true;
            case Boolean flag -> !flag;
            case Number number -> number.doubleValue() == 0;
            case String text -> text.isEmpty();
            case Array array -> ((Object[]) array.getArray()).length == 0;
            default -> false;
        };
    }

    private interface Work<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    private <T extends @Nullable Object> T undone(Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return work.run();
        } finally {
            connection.rollback(before);
        }
    }
}
