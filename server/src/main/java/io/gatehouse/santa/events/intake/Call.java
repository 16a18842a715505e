package io.gatehouse.santa.events.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Calls of the functions that store a group, each with the organization as its first argument. */
final class Call {

    private Call() {}

    /** Prepares {@code select * from function(?, …)} with its arguments. */
    static PreparedStatement prepare(Connection connection, String function, Object... arguments) throws SQLException {
        String places = String.join(", ", Collections.nCopies(arguments.length, "?"));
        PreparedStatement statement =
                connection.prepareStatement("select * from santa." + function + "(" + places + ")");
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    /** Calls a function without an answer. */
    static void run(Connection connection, String function, Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(connection, function, arguments)) {
            statement.execute();
        }
    }
}
