package io.gatehouse.verifier.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.honest.History;
import io.gatehouse.verifier.honest.HonestLog;
import io.gatehouse.verifier.honest.HonestTiles;
import io.gatehouse.verifier.honest.Verified;
import io.gatehouse.verifier.verify.ExportVerifier;
import io.gatehouse.verifier.verify.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log's folder, and what may be done to it. */
final class TileReaderTest {

    @TempDir
    Path folder;

    private HonestLog log;

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 600, 70_000})
    void acceptsHonestLogsOfEachSize(int size) throws Exception {
        log = new HonestLog(new Random(2));
        while (log.tree.size() < size) {
            log.append("rule.create", null, null, "{}");
        }
        new HonestTiles(log, folder).write();
        Report report = verify();
        assertThat(report.refusals()).isEmpty();
        assertThat(report.facts().entries()).isEqualTo(size);
    }

    @Test
    void findsWhoDroppedWhatIsNotThere() throws Exception {
        write();
        assertThat(verify().facts().drops()).isNotEmpty();
        Path bundle = folder.resolve("tile/entries/000");
        byte[] bytes = Files.readAllBytes(bundle);
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        byte[] without = new byte[bytes.length - first];
        System.arraycopy(bytes, 2 + first, without, 2, bytes.length - 2 - first);
        if (first > 0) {
            Files.write(bundle, without);
            assertRefused("entry 0: it is dropped, and no entry orders to drop it");
        }
    }

    @Test
    void theChangedEntryIsNamed() throws Exception {
        write();
        Path bundle = folder.resolve("tile/entries/001");
        String text = Files.readString(bundle, StandardCharsets.ISO_8859_1);
        Files.writeString(bundle, text.replaceFirst("rule.create", "rule.cheate"), StandardCharsets.ISO_8859_1);
        assertRefused("its bytes were changed");
        assertThat(verify().refusals().getFirst().place().index()).isBetween(256L, 511L);
    }

    @Test
    void aHashOfAnyLevelCounts() throws Exception {
        for (String tile : List.of("tile/0/000", "tile/0/001", "tile/1/000.p/" + (size() >> 8))) {
            write();
            Path file = folder.resolve(tile);
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length - 1] ^= 1;
            Files.write(file, bytes);
            assertThat(verify().verdict()).as(tile).isEqualTo(Report.Verdict.REFUSED);
        }
    }

    @Test
    void filesThatAreMissingOrCutOff() throws Exception {
        write();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("tile"))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(verify().verdict()).as(file.toString()).isEqualTo(Report.Verdict.REFUSED);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
            assertThat(verify().verdict()).as(file.toString()).isEqualTo(Report.Verdict.REFUSED);
            Files.write(file, bytes);
        }
        assertThat(verify().verdict()).isEqualTo(Report.Verdict.PROVEN);
    }

    /** The examples of the text. */
    @ParameterizedTest
    @CsvSource({"0, 000", "5, 005", "273, 273", "1000, x001/000", "1234067, x001/x234/067"})
    void namesTilesAsTheTextDoes(long number, String name) {
        assertThat(TileFolder.name(number)).isEqualTo(name);
    }

    private int size() throws IOException {
        write();
        return log.tree.size();
    }

    /** A log of some 600 entries, of which some are dropped. */
    private void write() throws IOException {
        History history = new History(4);
        history.play(700);
        log = history.log;
        new HonestTiles(log, folder).write();
    }

    private void assertRefused(String why) throws Exception {
        assertThat(verify().refusals().stream().map(Object::toString)).anyMatch(refusal -> refusal.contains(why));
    }

    private Report verify() throws IOException, MalformedException {
        return new ExportVerifier(new TileReader(folder), Verified.demands(log.keys(), null)).verify();
    }
}
