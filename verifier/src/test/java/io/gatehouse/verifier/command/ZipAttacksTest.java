package io.gatehouse.verifier.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.verifier.honest.History;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ZIPs in which another program may find something else than what is proven; the browser's twin is {@code zip.test.ts}. */
final class ZipAttacksTest {

    private static final int END_LENGTH = 22;

    @TempDir
    Path folder;

    private final History history = new History(17);

    @Test
    void onlyBytesThatBelongToTheTwoFilesAreProven() throws IOException {
        history.play(20);
        byte[] zip = zip();
        assertThat(verify(zip)).isEqualTo(ExitCode.PROVEN);
        int second = start(zip, 0x04034b50, 1);
        int directory = start(zip, 0x02014b50, 0);
        byte[] hidden = Arrays.copyOf(zip, 60);
        assertUnreadable("before the first file", moved(insert(zip, 0, new byte[] {1}), 1, 1, 1));
        assertUnreadable("before the first file, unmoved", insert(zip, 0, new byte[] {1}));
        assertUnreadable("between the files", moved(insert(zip, second, hidden), hidden.length, 0, hidden.length));
        assertUnreadable("before the directory", moved(insert(zip, directory, hidden), hidden.length, 0, 0));
        assertUnreadable("after the directory", insert(zip, zip.length - END_LENGTH, hidden));
        assertUnreadable("after the end", Arrays.copyOf(zip, zip.length + 1));
        byte[] remark = Arrays.copyOf(zip, zip.length + 5);
        remark[zip.length - 2] = 5;
        assertUnreadable("a remark", remark);
    }

    @Test
    void whatStandsBeforeAFileIsWhatTheDirectorySays() throws IOException {
        history.play(20);
        byte[] zip = zip();
        int second = start(zip, 0x04034b50, 1);
        for (int at : List.of(0, 6, 8, 14, 18, 22, 26, 28, 30, 39)) {
            byte[] changed = zip.clone();
            changed[second + at] ^= 1;
            assertUnreadable("byte " + at, changed);
        }
    }

    @Test
    void nothingStandsBehindAPackedContent() throws IOException {
        history.play(20);
        byte[] honest = zip();
        byte[] zip = insert(honest, start(honest, 0x02014b50, 0) - 16, new byte[] {1, 2, 3});
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        add(bytes, start(zip, 0x02014b50, 0) - 8, 3);
        add(bytes, start(zip, 0x02014b50, 1) + 20, 3);
        add(bytes, zip.length - END_LENGTH + 16, 3);
        assertUnreadable("behind the content", zip);
    }

    @Test
    void everyByteOfTheDirectoryAndOfDescriptorsThatSaysSomethingIsChecked() throws IOException {
        history.play(20);
        byte[] zip = zip();
        int directory = start(zip, 0x02014b50, 0);
        for (int at : List.of(0, 8, 10, 16, 20, 24, 28, 30, 32, 42, 46)) {
            byte[] changed = zip.clone();
            changed[directory + at] ^= 1;
            assertUnreadable("byte " + at, changed);
        }
        for (int at = 1; at <= 16; at++) {
            byte[] changed = zip.clone();
            changed[directory - at] ^= 1;
            assertUnreadable("byte -" + at, changed);
        }
    }

    private void assertUnreadable(String what, byte[] zip) throws IOException {
        assertThat(verify(zip)).as(what).isEqualTo(ExitCode.UNREADABLE);
    }

    private ExitCode verify(byte[] zip) throws IOException {
        Path path = Files.write(folder.resolve("ledger.zip"), zip);
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        String key = history.log.keys().getFirst();
        return Main.run(List.of("verify", path.toString(), "--key", key), out, out);
    }

    /** As the server writes it. */
    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("ledger.csv"));
            zip.write(history.log.table(null, false).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("ledger.jsonl"));
            zip.write(history.log.export().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] insert(byte[] zip, int at, byte[] what) {
        return ByteBuffer.allocate(zip.length + what.length)
                .put(zip, 0, at)
                .put(what)
                .put(zip, at, zip.length - at)
                .array();
    }

    /** Corrects the places that the directory says, as a forger would. */
    private static byte[] moved(byte[] zip, int by, int first, int second) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        add(bytes, zip.length - END_LENGTH + 16, by);
        add(bytes, start(zip, 0x02014b50, 0) + 42, first);
        add(bytes, start(zip, 0x02014b50, 1) + 42, second);
        return zip;
    }

    private static void add(ByteBuffer bytes, int at, int more) {
        bytes.putInt(at, bytes.getInt(at) + more);
    }

    /** Where a record begins that has this signature, counted from 0. */
    private static int start(byte[] zip, int signature, int number) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int left = number;
        for (int at = 0; at + 4 <= zip.length; at++) {
            if (bytes.getInt(at) == signature && left-- == 0) {
                return at;
            }
        }
        throw new AssertionError("there is no record " + number);
    }
}
