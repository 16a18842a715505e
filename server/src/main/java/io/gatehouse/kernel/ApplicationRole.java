package io.gatehouse.kernel;

import io.gatehouse.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Refuses a role for the application that row-level security would not bind. */
final class ApplicationRole {

    private static final String QUESTION = """
            select coalesce(bool_or(able.rolsuper or able.rolbypassrls), false),
                   coalesce(bool_or(able.rolname = ?), false)
            from pg_roles able where pg_has_role(current_user, able.oid, 'MEMBER')
            """;

    private ApplicationRole() {}

    /** @throws IllegalStateException when the role, or one that it may become, bypasses row-level security or is the owner */
    static void check(Database database) {
        try (Connection connection = DriverManager.getConnection(
                        database.url(), database.applicationUser(), database.applicationPassword());
                PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setString(1, database.ownerUser());
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                if (answer.getBoolean(1)) {
                    throw refused("must be neither superuser nor bypassrls, nor a member of such a role");
                }
                if (answer.getBoolean(2)) {
                    throw refused("must not be a member of the owner");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The application's role cannot connect to the database", e);
        }
    }

    private static IllegalStateException refused(String rule) {
        return new IllegalStateException("gatehouse.database.application.username " + rule
                + ": row-level security would not bind it, and organizations would see each other's data");
    }
}
