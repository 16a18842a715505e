package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.postgres.Database;
import io.gatehouse.postgres.EmbeddedPostgres;
import io.gatehouse.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role that row-level security does not bind stops the start, before anything is migrated or served. */
final class ApplicationRoleIT {

    private final Database database = TestDatabase.database();

    @Test
    void takesARoleThatOwnsNothing() {
        assertThatCode(() -> ApplicationRole.check(database)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheOwner() {
        Database owned = as(database.ownerUser(), database.ownerPassword());
        assertThatThrownBy(() -> ApplicationRole.check(owned))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gatehouse.database.application.username must not be a member of the owner");
    }

    @Test
    void refusesASuperuser(@TempDir Path folder) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, EmbeddedPostgres.sharedBinaries(), Map.of())) {
            Database own = server.prepareDatabase("gatehouse");
            Path password = folder.resolve("superuser.password");
            Database superuser = new Database(
                    own.url(),
                    own.ownerUser(),
                    own.ownerPassword(),
                    "postgres",
                    Files.readString(password).strip());
            assertThatThrownBy(() -> ApplicationRole.check(superuser)).hasMessageContaining("neither superuser");
        }
    }

    @Test
    void saysSoWhenTheRoleCannotConnect() {
        Database wrong = as(database.applicationUser(), "wrong");
        assertThatThrownBy(() -> ApplicationRole.check(wrong)).hasMessageContaining("cannot connect");
    }

    private Database as(String user, String password) {
        return new Database(database.url(), database.ownerUser(), database.ownerPassword(), user, password);
    }
}
