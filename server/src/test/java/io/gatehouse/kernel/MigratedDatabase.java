package io.gatehouse.kernel;

import io.gatehouse.postgres.Database;
import io.gatehouse.postgres.EmbeddedPostgres;

/** A database with all tables on a server of a test's own. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    /** Makes it, or brings it up to date. */
    public static Database on(EmbeddedPostgres server) {
        Database database = server.prepareDatabase("gatehouse");
        Migrations.run(database);
        return database;
    }
}
