package io.gatehouse.kernel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the data are.
 *
 * @param dataFolder holds the embedded PostgreSQL and the installation's keys
 * @param url JDBC address of an external PostgreSQL 18; absent: the embedded one is started
 * @param owner role that owns the tables and runs the migrations of an external PostgreSQL
 * @param application role that the server uses in an external PostgreSQL
 * @param poolSize connections of the application role
 */
@Validated
@ConfigurationProperties("gatehouse.database")
record DatabaseSettings(
        @DefaultValue("data") Path dataFolder,
        @Nullable String url,
        @DefaultValue Role owner,
        @DefaultValue Role application,
        @DefaultValue("24") @Min(4) @Max(500) int poolSize) {

    /** Sign-in of one role. */
    record Role(
            @DefaultValue("") String username,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Role[" + username + "]";
        }
    }
}
