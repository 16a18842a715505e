package io.gatehouse.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
    private static final double UNSEEN_SHARE = 0.15;

    private static final TestExecutionSummary PLAYED = play();

    @Test
    void theFeaturesWorkWhileTheWitnessLooks() {
        assertThat(PLAYED.getFailures())
                .map(failure -> failure.getTestIdentifier().getUniqueId() + " " + failure.getException())
                .isEmpty();
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
                        .map(name -> selectClass("io.gatehouse." + name))
                        .toList())
                .build();
    }
}
