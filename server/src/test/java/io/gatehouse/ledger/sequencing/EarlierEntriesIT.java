package io.gatehouse.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.postgres.Database;
import io.gatehouse.testing.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was written before there were trees is sequenced too. */
final class EarlierEntriesIT {

    private static final int ENTRIES = 20;

    private final Database database = TestDatabase.fresh("earlier_entries");
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
    private final JdbcClient owner = JdbcClient.create(source);

    @Test
    void waitForTheSequencer() {
        migrate("kernel", MigrationVersion.LATEST);
        migrate("ledger", MigrationVersion.fromVersion("1"));
        insertAll();
        migrate("ledger", MigrationVersion.fromVersion("11"));
        // By nodes that do not know of trees yet, while the others are replaced one by one.
        insertAll();
        migrate("ledger", MigrationVersion.LATEST);
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(_ -> {
            turnTo("", "on");
            assertThat(owner.sql("select count(*) from ledger.pending where hash = sha256('entry')")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(ENTRIES);
            assertThat(owner.sql("select count(*) from ledger.pending where hash = sha256('\\x00'::bytea || '{}')")
                            .query(Integer.class)
                            .single())
                    .as("entries that nobody queued, by the hash of their bytes")
                    .isEqualTo(ENTRIES);
            assertThat(owner.sql("select relforcerowsecurity from pg_class where oid = 'ledger.entry'::regclass")
                            .query(Boolean.class)
                            .single())
                    .as("policies bind the owner again")
                    .isTrue();
        });
    }

    private void insertAll() {
        for (int i = 0; i < ENTRIES; i++) {
            insert(UUID.randomUUID());
        }
    }

    private void insert(UUID organization) {
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(_ -> {
            turnTo(organization.toString(), "on");
            owner.sql("""
                            insert into kernel.organization (id, slug, name, kind, accent_color, time_zone)
                            values (?, ?, 'Acme', 'ENTERPRISE', '#000000', 'UTC')
                            """).param(organization).param("o-" + organization).update();
            owner.sql("""
                            insert into ledger.entry (organization_id, id, recorded_at, actor_type, action, object_type,
                                object_id, correlation_id, canonical, leaf_hash)
                            values (?, ?, now(), 'SYSTEM', 'rule.create', 'rule', 'r', 'c', '{}', sha256('entry'))
                            """).param(organization).param(UUID.randomUUID()).update();
        });
    }

    private void turnTo(String organization, String installation) {
        owner.sql("select set_config('app.organization', ?, true), set_config('app.installation', ?, true)")
                .param(organization)
                .param(installation)
                .query((_, _) -> true)
                .single();
    }

    private void migrate(String schema, MigrationVersion target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + schema, "classpath:db/migration/common")
                .schemas(schema)
                .placeholders(Map.of("application", database.applicationUser()))
                .target(target)
                .load()
                .migrate();
    }
}
