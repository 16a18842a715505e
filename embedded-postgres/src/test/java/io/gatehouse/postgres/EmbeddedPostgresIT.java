package io.gatehouse.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedPostgresIT {

    @TempDir
    Path folder;

    @Test
    void keepsDataOverAStopAndOverAPowerCut() throws SQLException {
        try (EmbeddedPostgres first = start()) {
            Database database = first.prepareDatabase("kept");
            asOwner(database, "create table visit (n int)");
            asOwner(database, "insert into visit values (1)");
        }
        EmbeddedPostgres second = start();
        asOwner(second.prepareDatabase("kept"), "insert into visit values (2)");
        second.kill();
        try (EmbeddedPostgres third = start()) {
            assertThat(value(third.prepareDatabase("kept"), "select sum(n) from visit"))
                    .isEqualTo("3");
            assertThat(value(third.prepareDatabase("kept"), "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void rolesHaveNoPowerAndPasswordsAreChecked() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            Database database = postgres.prepareDatabase("guarded");
            assertThat(
                            value(
                                    database,
                                    "select bool_or(rolsuper or rolbypassrls or rolcreaterole) from pg_roles where rolname like 'gatehouse%'"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.ownerUser(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("28P01");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("superuser.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void copiesADatabase() throws SQLException {
        try (EmbeddedPostgres postgres = start()) {
            asOwner(postgres.prepareDatabase("template_a"), "create table t as select 7 as n");
            assertThat(value(postgres.copyDatabase("template_a", "copy_a"), "select n from t"))
                    .isEqualTo("7");
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, EmbeddedPostgres.sharedBinaries(), Map.of());
    }

    private static void asOwner(Database database, String sql) throws SQLException {
        try (Connection connection = owner(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private static String value(Database database, String sql) throws SQLException {
        try (Connection connection = owner(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }
}
