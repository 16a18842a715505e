package io.gatehouse.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles of a Gatehouse database. Neither is a superuser nor bypasses row-level security. */
final class Roles {

    private static final String OWNER = "gatehouse_owner";
    private static final String APPLICATION = "gatehouse_application";

    private Roles() {}

    static Database prepare(Connection connection, String url, String name, Secrets secrets) throws SQLException {
        makeRole(connection, OWNER, secrets.owner());
        makeRole(connection, APPLICATION, secrets.application());
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database " + quoted(connection, name) + " owner " + OWNER);
            execute(connection, "revoke all on database " + quoted(connection, name) + " from public");
            execute(connection, "grant connect on database " + quoted(connection, name) + " to " + APPLICATION);
        }
        return database(url, secrets);
    }

    static Database copy(Connection connection, String url, String template, String name, Secrets secrets)
            throws SQLException {
        execute(
                connection,
                "create database " + quoted(connection, name) + " template " + quoted(connection, template)
                        + " strategy file_copy owner " + OWNER);
        execute(connection, "grant connect on database " + quoted(connection, name) + " to " + APPLICATION);
        return database(url, secrets);
    }

    private static Database database(String url, Secrets secrets) {
        return new Database(url, OWNER, secrets.owner(), APPLICATION, secrets.application());
    }

    private static void makeRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(
                    connection,
                    "create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                            + password + "'");
        }
    }

    private static boolean exists(Connection connection, String query, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(Connection connection, String identifier) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(identifier, true);
        }
    }
}
