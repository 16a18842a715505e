package io.gatehouse.kernel;

import io.gatehouse.postgres.Database;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings each module's schema up to date, as the owner, from the folder that bears the module's name. */
final class Migrations {

    /** In the order of dependencies: left is used by right. */
    static final List<String> SCHEMAS =
            List.of("kernel", "framework", "ledger", "identity", "vault", "notifications", "approvals", "santa");

    private Migrations() {}

    static void run(Database database) {
        SCHEMAS.forEach(schema -> flyway(database, schema).migrate());
    }

    private static Flyway flyway(Database database, String schema) {
        return Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .locations("classpath:db/migration/" + schema, "classpath:db/migration/common")
                .failOnMissingLocations(false)
                .schemas(schema)
                .placeholders(Map.of("application", database.applicationUser()))
                .load();
    }
}
