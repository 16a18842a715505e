package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.ChildServer;
import io.gatehouse.testkit.fleet.history.History;
import io.gatehouse.testkit.fleet.history.Outcome;
import io.gatehouse.testkit.fleet.net.FaultyNetwork;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The judge is judged: a server with a fault in its own code must not pass. The same history of 240 steps with 4 Macs over
 * a calm network is played against the server as it is, with a faulty codec, and with a faulty policy.
 */
final class PlantedFaultIT {

    private static final long SEED = 301;
    private static final int MACS = 4;
    private static final int STEPS = 240;
    private static final Path CODEC =
            Path.of("../santa-protocol/src/main/java/io/gatehouse/santa/protocol/wire/JsonWriter.java");
    private static final Path STRENGTH = Path.of("src/main/java/io/gatehouse/santa/policy/Strength.java");

    @TempDir
    private Path folder;

    @Test
    void theServerAsItIsPasses() throws Exception {
        Outcome outcome = play("fault_none");

        assertThat(outcome.asIntended()).as("%s", outcome).isTrue();
    }

    /** The last, because a lost first one is healed: there stands what is to be removed. */
    @Test
    void aCodecThatLosesTheLastElementOfEachListIsFound() throws Exception {
        Path codec = PlantedFault.in(
                folder,
                CODEC,
                "list.forEach(this::value);",
                "list.stream().limit(Math.max(0, list.size() - 1)).forEach(this::value);");

        Outcome outcome = play("fault_codec", codec);

        assertThat(outcome.failures()).as("the Macs notice nothing").isEmpty();
        assertThat(outcome.differences())
                .anySatisfy(difference -> assertThat(difference.held()).isNull());
    }

    @Test
    void aPolicyThatPutsTheLowestTagFirstIsFound() throws Exception {
        Path strength = PlantedFault.in(
                folder,
                STRENGTH,
                ".thenComparingInt(Strength::position)",
                ".thenComparingInt(strength -> -strength.position())");

        Outcome outcome = play("fault_policy", strength);

        assertThat(outcome.failures()).as("the Macs notice nothing").isEmpty();
        assertThat(outcome.differences()).anySatisfy(difference -> {
            assertThat(difference.intended()).isNotNull();
            assertThat(difference.held()).isNotNull();
        });
    }

    private Outcome play(String name, Path... classesBefore) throws Exception {
        HttpTransport http = HttpTransport.shared();
        try (ChildServer child = ChildServer.start(folder, name, classesBefore)) {
            Instant start = Instant.parse("2026-08-01T08:00:00Z");
            return new History(SEED, MACS, new ChildFleetServer(child), http, FaultyNetwork.Plan.CALM, start)
                    .play(STEPS, http);
        }
    }
}
