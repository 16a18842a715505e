package io.gatehouse.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.gatehouse.postgres.Database;
import io.gatehouse.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Plays tests of the features while a witness runs each statement of each store for others first. A store or statement
 * that is new is found in the byte code and needs a test that makes it tell something.
 */
final class RowLevelSecurityIT {

    /** Some run once in the life of an installation, or when what they delete has grown old. */
    private static final double UNSEEN_SHARE = 0.2;

    private static final TestExecutionSummary PLAYED = play();

    /** Whether the features work is their own tests' to say, undisturbed; here they only have to be played. */
    @Test
    void theScenarioIsPlayed() {
        assertThat(PLAYED.getTestsSucceededCount()).isGreaterThan(100);
    }

    @Test
    void noStatementTellsOrChangesAnythingElsewhere() {
        assertThat(Witness.leaks()).isEmpty();
    }

    @Test
    void everyClassThatRunsStatementsWasSeen() {
        Set<String> unseen = classes(Stores.all());
        unseen.removeAll(classes(seen()));
        unseen.removeAll(Reviewed.WITHOUT_ROWS.keySet());
        assertThat(unseen)
                .as("add a test that makes them tell something to Scenario")
                .isEmpty();
    }

    @Test
    void nearlyEveryMethodThatRunsStatementsWasSeen() {
        Set<String> unseen = new TreeSet<>(Stores.all());
        unseen.removeAll(seen());
        unseen.removeIf(Reviewed::hasNoRows);
        assertThat(unseen).hasSizeLessThan((int) (Stores.all().size() * UNSEEN_SHARE));
    }

    @Test
    void nothingButTheSyncTurnsToAnOrganizationByItself() {
        assertThat(Reviewed.NAMING).containsAll(Witness.naming());
    }

    /** The judge is tested: what everybody is told is seen as told elsewhere, and what is somebody's own is not. */
    @Test
    void theWitnessTellsALeakFromARowOfOnesOwn() throws SQLException {
        Database database = TestDatabase.database();
        try (Connection connection = DriverManager.getConnection(
                database.url(), database.applicationUser(), database.applicationPassword())) {
            connection.setAutoCommit(false);
            String everybodys = "select relname from pg_class limit 1";
            String own = "select kernel.current_organization()";
            try (PreparedStatement name =
                    connection.prepareStatement("select set_config('app.organization', ?, true)")) {
                name.setString(1, UUID.randomUUID().toString());
                name.execute();
            }
            assertThat(look(connection, everybodys).elsewhere()).isNotEmpty();
            assertThat(look(connection, everybodys).without()).isNotEmpty();
            assertThat(look(connection, own).asItIs()).isNotEmpty();
            assertThat(look(connection, own).without()).isEmpty();
        }
    }

    private static Look.Seen look(Connection connection, String sql) throws SQLException {
        return new Look(connection, new Witness.Run("test", sql, List.of())).take();
    }

    private static Set<String> seen() {
        Set<String> seen = Witness.proven();
        seen.addAll(Witness.naming());
        return seen;
    }

    private static Set<String> classes(Set<String> methods) {
        return methods.stream()
                .map(method -> method.substring(0, method.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TestExecutionSummary play() {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Witness.open(true);
        try {
            LauncherFactory.create().execute(request(), summary);
        } finally {
            Witness.open(false);
        }
        return summary.getSummary();
    }

    private static LauncherDiscoveryRequest request() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(Scenario.TESTS.stream()
                        .map(RowLevelSecurityIT::selector)
                        .toList())
                .build();
    }

    private static DiscoverySelector selector(String test) {
        String name = "io.gatehouse." + test;
        return test.contains("#") ? selectMethod(name) : selectClass(name);
    }
}
