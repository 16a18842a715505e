package io.gatehouse.verifier.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.tlog.LogReader;
import io.gatehouse.testkit.tlog.Tree;
import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.honest.History;
import io.gatehouse.verifier.honest.HonestLog;
import io.gatehouse.verifier.honest.HonestTiles;
import io.gatehouse.verifier.honest.Verified;
import io.gatehouse.verifier.verify.ExportVerifier;
import io.gatehouse.verifier.verify.Kept;
import io.gatehouse.verifier.verify.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 20 random histories of up to 800 steps, with {@code make soak} 500 of up to 2,000, as checkpoints and tiles: appending, erasing,
 * holding, releasing, dropping, rotating keys. An auditor's folder is brought up to date at 4 moments of each, sometimes after a try
 * that broke off before its checkpoint. The verifier and a reader that shares no code with it accept each, and find
 * that it continues the one before.
 */
final class TileHistoriesTest {

    private static final boolean SOAK = Boolean.getBoolean("gatehouse.soak");
    private static final int HISTORIES = SOAK ? 500 : 20;
    private static final int STEPS = SOAK ? 2_000 : 800;
    private static final int VISITS = 4;

    @TempDir
    Path folders;

    @Test
    void acceptsEachHonestHistory() throws Exception {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            History history = new History(seed);
            HonestTiles tiles = new HonestTiles(history.log, folder(seed));
            Kept kept = null;
            Tree known = null;
            for (int visit = 0; visit < VISITS; visit++) {
                if (random.nextBoolean()) {
                    history.play(random.nextInt(STEPS / VISITS));
                    tiles.writeTiles();
                }
                history.play(random.nextInt(STEPS / VISITS));
                history.log.append("rule.create", history.person(), null, "{}");
                tiles.write();
                kept = accepted(seed, history.log, kept).toKeep();
                known = read(seed, history.log, known);
            }
        }
    }

    private Report.Facts accepted(long seed, HonestLog log, Kept kept) throws IOException, MalformedException {
        Report report = new ExportVerifier(new TileReader(folder(seed)), Verified.demands(log.keys(), kept)).verify();
        assertThat(report.refusals()).as("history %s", seed).isEmpty();
        assertThat(report.verdict()).as("history %s", seed).isEqualTo(Report.Verdict.PROVEN);
        assertThat(report.facts().entries()).isEqualTo(log.tree.size());
        return report.facts();
    }

    private Tree read(long seed, HonestLog log, Tree known) throws IOException {
        LogReader reader = TileFiles.reader(folder(seed), log);
        Tree tree = reader.checkpoint();
        List<byte[]> entries = reader.entries(tree);
        assertThat(entries).as("history %s", seed).hasSize(log.tree.size());
        for (int index = 0; index < entries.size(); index++) {
            assertThat(entries.get(index)).isEqualTo(log.bundled(index));
        }
        if (known != null) {
            String checkpoint = Files.readString(folder(seed).resolve("checkpoint"));
            reader.goesOn(known, log.addCheckpoint((int) known.size(), checkpoint));
        }
        return tree;
    }

    private Path folder(long seed) {
        return folders.resolve("history-" + seed);
    }
}
