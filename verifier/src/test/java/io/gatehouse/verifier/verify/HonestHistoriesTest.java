package io.gatehouse.verifier.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.honest.History;
import io.gatehouse.verifier.honest.Verified;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * 60 random histories of 120 steps, with {@code make soak} 2,000 of 400: appending, erasing, holding, releasing, dropping,
 * rotating keys. Each export of each is accepted with its table; and each continues the checkpoint that was kept a part of the way.
 */
final class HonestHistoriesTest {

    private static final boolean SOAK = Boolean.getBoolean("gatehouse.soak");
    private static final int HISTORIES = SOAK ? 2_000 : 60;
    private static final int STEPS = SOAK ? 400 : 120;

    @Test
    void acceptsEachHonestHistory() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            History history = new History(seed);
            history.play(1 + random.nextInt(STEPS / 2));
            history.log.append("rule.create", history.person(), null, "{}");
            List<String> keys = history.log.keys();
            Kept kept = accepted(seed, history, keys, null, null, random).toKeep();
            history.play(random.nextInt(STEPS / 2));
            // The keys may have changed meanwhile: those that were kept must do.
            accepted(seed, history, List.of(), kept, null, random);
            accepted(seed, history, List.of(), kept, index -> index % 4 == 0, random);
            accepted(seed, history, keys, null, _ -> false, random);
        }
    }

    private static Report.Facts accepted(
            long seed, History history, List<String> keys, Kept kept, IntPredicate filter, Random random) {
        int from = kept == null ? -1 : (int) kept.checkpoint().size();
        boolean withheld = random.nextInt(4) == 0;
        String export = history.log.export(filter, withheld, from);
        String table = history.log.table(filter, withheld);
        Report report = Verified.report(export, table, Verified.demands(keys, kept));
        assertThat(report.refusals()).as("history %s", seed).isEmpty();
        assertThat(report.verdict()).as("history %s", seed).isEqualTo(Report.Verdict.PROVEN);
        return report.facts();
    }
}
