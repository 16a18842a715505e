package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.postgres.Database;
import io.gatehouse.testing.ChildServer;
import io.gatehouse.testkit.fleet.history.History;
import io.gatehouse.testkit.fleet.history.Outcome;
import io.gatehouse.testkit.fleet.net.FaultyNetwork;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories in which the server is killed (SIGKILL) again and again while Macs sync and upload, and started again on
 * what it left: 1 history of 60 steps with 4 Macs and 4 kills, in {@code make soak} 10 of 240 steps with 12 kills. In the
 * end each Mac holds what it shall, and every event that was answered with 200 is stored once.
 */
final class SyncKillIT {

    private static final boolean SOAK = Boolean.getBoolean("gatehouse.soak");
    private static final int HISTORIES = SOAK ? 10 : 1;
    private static final int STEPS = SOAK ? 240 : 60;
    private static final int KILLS = SOAK ? 12 : 4;
    private static final int MACS = 4;
    /** How many programs each uploading Mac blocks around a kill, and after how many answers to all of them it comes. */
    private static final int BLOCKS = 15;

    private static final int ANSWERS_BEFORE_A_KILL = 20;

    private static final FaultyNetwork.Plan BAD = new FaultyNetwork.Plan(3, 3, 3, 3);
    private static final Instant START = Instant.parse("2026-08-01T08:00:00Z");

    @Test
    void nothingIsLostOrTornWhereverTheServerIsKilled(@TempDir Path folder) throws Exception {
        for (long seed = 201; seed < 201 + HISTORIES; seed++) {
            try (ChildServer child = ChildServer.start(folder.resolve("" + seed), "killed_" + seed)) {
                play(seed, child);
            }
        }
    }

    private static void play(long seed, ChildServer child) throws Exception {
        ChildFleetServer server = new ChildFleetServer(child);
        AcknowledgedEvents acknowledged = new AcknowledgedEvents(HttpTransport.shared());
        try (Uploaders uploaders = new Uploaders(server, acknowledged, START)) {
            KillingNetwork.Outage outage = justBefore -> killAmidUploads(child, uploaders, justBefore);
            KillingNetwork killing = new KillingNetwork(acknowledged, outage, KILLS, seed);

            Outcome outcome = new History(seed, MACS, server, killing, BAD, START).play(STEPS, acknowledged);

            assertThat(killing.killsLeft()).as("kills that did not happen").isZero();
            assertThat(outcome.asIntended()).as("seed %d: %s", seed, outcome).isTrue();
        }
        List<String> stored = texts(child.database(), server.organization(), """
                select d.machine_id || ' ' || e.pid from santa.event e
                join santa.device d on d.organization_id = e.organization_id and d.id = e.device_id
                """);
        assertThat(acknowledged.events()).hasSizeGreaterThanOrEqualTo(KILLS * ANSWERS_BEFORE_A_KILL);
        assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged.events());
        assertThat(texts(child.database(), server.organization(), "select sum(events) from santa.event_hour"))
                .containsExactly(String.valueOf(stored.size()));
    }

    private static void killAmidUploads(ChildServer child, Uploaders uploaders, Runnable justBefore)
            throws IOException {
        try {
            uploaders.begin(BLOCKS);
            uploaders.awaitAcknowledged(ANSWERS_BEFORE_A_KILL - 1);
            justBefore.run();
            uploaders.awaitAcknowledged(1);
            child.kill();
            uploaders.end();
            child.restart();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the server could not be killed and started again", e);
        }
    }

    private static List<String> texts(Database database, UUID organization, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.organization', '" + organization + "', false)");
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
