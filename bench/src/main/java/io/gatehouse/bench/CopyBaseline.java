package io.gatehouse.bench;

import io.gatehouse.postgres.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast plain COPY brings the same rows into a table with the same columns and indexes: the machine's own limit. */
final class CopyBaseline {

    private CopyBaseline() {}

    /** Rows per second. Afterwards the owner may read the events, so run it last. */
    static double rowsPerSecond(Database database, int rows) throws SQLException, IOException {
        try (Connection owner =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("alter table santa.event no force row level security");
            statement.execute(
                    "create table santa.copied_event (like santa.event including indexes including defaults)");
            CopyManager copy = owner.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            copy.copyOut("copy (select * from santa.event limit " + rows + ") to stdout", content);
            long start = System.nanoTime();
            long copied =
                    copy.copyIn("copy santa.copied_event from stdin", new ByteArrayInputStream(content.toByteArray()));
            return copied * 1e9 / (System.nanoTime() - start);
        }
    }
}
