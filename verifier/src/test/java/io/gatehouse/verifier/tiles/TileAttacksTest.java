package io.gatehouse.verifier.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.gatehouse.testkit.tlog.LogReader;
import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.honest.History;
import io.gatehouse.verifier.honest.HonestLog;
import io.gatehouse.verifier.honest.HonestTiles;
import io.gatehouse.verifier.honest.Signer;
import io.gatehouse.verifier.honest.Verified;
import io.gatehouse.verifier.verify.ExportVerifier;
import io.gatehouse.verifier.verify.Kept;
import io.gatehouse.verifier.verify.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may be done to a log's folder. Of a small one a bit of each fifth byte is flipped, and of one with full tiles a bit of each
 * 2,003rd; with {@code make soak} all bits of each byte of the small one, and of each 101st of the other. The verifier and
 * a reader that shares no code with it refuse it, or read the same.
 */
final class TileAttacksTest {

    private static final boolean SOAK = Boolean.getBoolean("gatehouse.soak");
    private static final int STEP = SOAK ? 1 : 5;
    private static final int SPARSE = SOAK ? 101 : 2_003;

    private static final int[] EACH_BIT = IntStream.range(0, Byte.SIZE).toArray();

    @TempDir
    Path folder;

    private HonestLog log = new HonestLog(new Random(3));

    @Test
    void bytesOfASmallLog() throws Exception {
        String person = log.uuid();
        log.append("rule.create", person, null, "{\"x\":[1.5,-3]}");
        log.append("person.note", log.uuid(), person, "{}");
        log.erase(person);
        log.now = log.now.plus(Duration.ofDays(1));
        log.drop("rules", YearMonth.of(2026, 1));
        flipBits(STEP);
    }

    @Test
    void bytesOfALogWithFullTiles() throws Exception {
        History history = new History(4);
        history.play(700);
        log = history.log;
        flipBits(SPARSE);
    }

    @Test
    void entriesSwappedLeftOutOrDoubled() throws Exception {
        fill(3);
        Path bundle = folder.resolve("tile/entries/000.p/3");
        for (List<Integer> order : List.of(List.of(1, 0, 2), List.of(0, 2), List.of(0, 1, 1), List.of(0, 0, 1, 2))) {
            write();
            Files.write(bundle, bundle(order));
            assertRefused();
        }
    }

    @Test
    void entriesSwappedWithTheirHashes() throws Exception {
        fill(3);
        write();
        Files.write(folder.resolve("tile/entries/000.p/3"), bundle(List.of(1, 0, 2)));
        Path hashes = folder.resolve("tile/0/000.p/3");
        byte[] tile = Files.readAllBytes(hashes);
        Files.write(hashes, joined(List.of(part(tile, 32, 64), part(tile, 0, 32), part(tile, 64, 96))));
        assertRefused();
    }

    @Test
    void anEntryTakenOutAsIfItHadBeenDropped() throws Exception {
        fill(3);
        write();
        Files.write(folder.resolve("tile/entries/000.p/3"), joined(List.of(framed(0), new byte[2], framed(2))));
        assertRefused();
    }

    @Test
    void aCheckpointThatSomebodyElseSigned() throws Exception {
        fill(3);
        write();
        Files.writeString(folder.resolve("checkpoint"), log.checkpoint(Signer.log(log.origin)));
        assertRefused();
    }

    @Test
    void aLogCutBackToAnEarlierSize() throws Exception {
        fill(3);
        write();
        String earlier = Files.readString(folder.resolve("checkpoint"));
        log.append("rule.create", null, null, "{}");
        write();
        Kept kept = verify(null).facts().toKeep();
        Files.writeString(folder.resolve("checkpoint"), earlier);
        assertThat(verify(kept).verdict()).isEqualTo(Report.Verdict.REFUSED);
    }

    @Test
    void aForkThatTheLogItselfSigned() throws Exception {
        fill(3);
        write();
        Kept kept = verify(null).facts().toKeep();
        HonestLog other = new HonestLog(new Random(3));
        other.signAs(log.signer());
        IntStream.range(0, 5).forEach(n -> other.append("rule.create", other.uuid(), null, "{\"other\":" + n + "}"));
        assertThat(other.origin).isEqualTo(log.origin);
        new HonestTiles(other, folder).write();
        assertThat(verify(null).verdict()).isEqualTo(Report.Verdict.PROVEN);
        assertThat(verify(kept).refusals().toString()).contains("the log is not the one that you saw");
    }

    @Test
    void aBackDatedEntry() throws Exception {
        fill(3);
        log.now = log.now.minus(Duration.ofDays(1));
        log.append("rule.create", null, null, "{}");
        log.now = log.now.plus(Duration.ofDays(1));
        write();
        assertThat(verify(null).refusals().toString()).contains("it is back-dated");
    }

    private void flipBits(int step) throws Exception {
        write();
        String shown = verify(null).facts().toString();
        List<String> read = read();
        int offset = 0;
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            int at = Math.floorMod(-offset, step);
            for (; at < bytes.length; at += step) {
                for (int bit : SOAK ? EACH_BIT : new int[] {at % EACH_BIT.length}) {
                    byte[] changed = bytes.clone();
                    changed[at] ^= (byte) (1 << bit);
                    Files.write(file, changed);
                    assertThat(shown()).as("%s byte %s bit %s", file, at, bit).isIn("", shown);
                    assertThat(readOrRefused())
                            .as("%s byte %s bit %s", file, at, bit)
                            .isIn(List.of(), read);
                }
            }
            offset += bytes.length;
            Files.write(file, bytes);
        }
    }

    /** What the verifier shows; empty if it refused. */
    private String shown() throws IOException {
        try {
            Report.Facts facts = verify(null).facts();
            return facts == null ? "" : facts.toString();
        } catch (MalformedException e) {
            return "";
        }
    }

    /** What the other reader reads; empty if it refused. */
    private List<String> readOrRefused() {
        try {
            return read();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private List<String> read() {
        LogReader reader = TileFiles.reader(folder, log);
        return reader.entries(reader.checkpoint()).stream().map(String::new).toList();
    }

    private void fill(int count) {
        IntStream.range(0, count).forEach(n -> log.append("rule.create", null, null, "{\"n\":" + n + "}"));
    }

    private void write() throws IOException {
        new HonestTiles(log, folder).write();
    }

    private void assertRefused() throws Exception {
        assertThat(verify(null).verdict()).isEqualTo(Report.Verdict.REFUSED);
        assertThatException().isThrownBy(this::read);
    }

    private Report verify(Kept kept) throws IOException, MalformedException {
        return new ExportVerifier(new TileReader(folder), Verified.demands(log.keys(), kept)).verify();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private byte[] bundle(List<Integer> indexes) {
        return joined(indexes.stream().map(this::framed).toList());
    }

    /** An entry after its length. */
    private byte[] framed(int index) {
        byte[] entry = log.entry(index);
        return joined(List.of(new byte[] {(byte) (entry.length >> 8), (byte) entry.length}, entry));
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
