package io.gatehouse.verifier.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.honest.HonestLog;
import io.gatehouse.verifier.honest.Verified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Each byte of a whole export is changed in two ways, each of others in one (with {@code make soak} each bit of it,
 * and eight ways more): the export is
 * refused, or what is shown about it stays the same to the letter. Harmless are only who exported when under what filter, and the
 * organization's name: nothing proves those, so nothing shows them.
 */
final class EveryByteTest {

    private static final boolean SOAK = Boolean.getBoolean("gatehouse.soak");

    @Test
    void refusesEachChangeOfAWholeExport() {
        refusesOrShowsTheSame(sample(), null, false, 2);
    }

    @Test
    void refusesEachChangeOfAFilteredExport() {
        refusesOrShowsTheSame(sample(), index -> index % 3 != 0, false, 1);
    }

    @Test
    void refusesEachChangeOfAnExportWithoutValuesAfterARotation() {
        HonestLog log = sample();
        log.rotate();
        refusesOrShowsTheSame(log, index -> index % 2 == 1, true, 1);
    }

    private static void refusesOrShowsTheSame(HonestLog log, IntPredicate filter, boolean withheld, int count) {
        byte[] export = log.export(filter, withheld, -1).getBytes(StandardCharsets.UTF_8);
        Demands demands = Verified.demands(log.keys(), null);
        String shown = shown(export, demands);
        assertThat(shown).isNotEmpty();
        List<Integer> harmless = IntStream.range(0, export.length)
                .parallel()
                .filter(at -> changes(at, count)
                                .mapToObj(change -> shown(changed(export, at, change), demands))
                                .filter(result -> !result.isEmpty())
                                .peek(result ->
                                        assertThat(result).as("byte %s", at).isEqualTo(shown))
                                .count()
                        > 0)
                .boxed()
                .toList();
        String header =
                new String(export, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        String unproven = "(\"(exportedAt|exportedBy|name)\":\"[^\"]*\"|\\{\"text\":\"x\"})";
        assertThat(harmless)
                .allSatisfy(at -> assertThat(Pattern.compile(unproven)
                                .matcher(header)
                                .results()
                                .anyMatch(result -> result.start() <= at && at < result.end()))
                        .as("byte %s: %s", at, new String(export, Math.max(0, at - 20), 40, StandardCharsets.UTF_8))
                        .isTrue());
    }

    /** What is shown; empty if it was refused. */
    private static String shown(byte[] export, Demands demands) {
        Report report = Verified.report(export, demands);
        return report == null || report.facts() == null ? "" : report.facts().toString();
    }

    private static IntStream changes(int at, int count) {
        Random random = new Random(at);
        IntStream any = IntStream.generate(() -> 1 + random.nextInt(255));
        return SOAK
                ? IntStream.concat(IntStream.range(0, 8).map(bit -> 1 << bit), any.limit(8))
                : IntStream.concat(any.limit(1), IntStream.of(1)).limit(count);
    }

    private static byte[] changed(byte[] export, int at, int change) {
        byte[] changed = export.clone();
        changed[at] ^= (byte) change;
        return changed;
    }

    private static HonestLog sample() {
        HonestLog log = new HonestLog(new Random(1));
        String person = log.uuid();
        log.append("rule.create", person, null, "{\"x\":[1.5,-3]}");
        log.append("person.update", person, person, "{}");
        log.hold(List.of(log.uuid()), null, log.now);
        log.erase(person);
        log.append("rule.delete", log.uuid(), null, "@{}");
        log.now = log.now.plus(Duration.ofDays(1));
        log.drop("rules", YearMonth.of(2026, 1));
        return log;
    }
}
