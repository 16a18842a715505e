package io.gatehouse.kernel;

import com.zaxxer.hikari.HikariDataSource;
import io.gatehouse.postgres.Database;
import io.gatehouse.postgres.EmbeddedPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: embedded unless an address is given, migrated by its owner, used by the application role. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("io.gatehouse")
class DatabaseConfiguration {

    /** Ticks in microseconds, as the database does: a time read back equals the time written. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    DataFolder dataFolder(DatabaseSettings settings) {
        return new DataFolder(settings.dataFolder());
    }

    /** Started before and stopped after everything that uses the database. */
    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings) {
        return settings.url() == null ? embedded(settings) : external(settings, settings.url());
    }

    @Bean
    Database database(DatabaseServer server) {
        return server.database();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        ApplicationRole.check(database);
        Migrations.run(database);
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("application");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.applicationUser());
        pool.setPassword(database.applicationPassword());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setMinimumIdle(Math.min(4, settings.poolSize()));
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "gatehouse");
        return pool;
    }

    private static DatabaseServer embedded(DatabaseSettings settings) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                settings.dataFolder().resolve("postgres"), EmbeddedPostgres.sharedBinaries(), Map.of());
        return new DatabaseServer(postgres, postgres.prepareDatabase("gatehouse"));
    }

    private static DatabaseServer external(DatabaseSettings settings, String url) {
        DatabaseSettings.Role owner = settings.owner();
        DatabaseSettings.Role application = settings.application();
        if (owner.username().isBlank() || application.username().isBlank()) {
            throw new IllegalStateException(
                    "gatehouse.database.url needs gatehouse.database.owner.username and .password"
                            + " and gatehouse.database.application.username and .password");
        }
        if (owner.username().equals(application.username())) {
            throw new IllegalStateException("gatehouse.database.application.username must not be the owner's:"
                    + " row-level security would not bind it");
        }
        return new DatabaseServer(
                null,
                new Database(url, owner.username(), owner.password(), application.username(), application.password()));
    }

    /** The embedded server, when there is one, and the database in use. */
    record DatabaseServer(@Nullable EmbeddedPostgres embedded, Database database) implements AutoCloseable {

        @Override
        public void close() {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
