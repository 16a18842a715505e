package io.gatehouse.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching a list of hashes that is too large to be read: lists of 1 to 200 lines, each line found, none else. */
final class SortedHashesTest {

    @TempDir
    Path folder;

    @Test
    void findsEveryLineAndNoOther() throws IOException {
        for (int size = 1; size <= 200; size++) {
            List<String> passwords = IntStream.range(0, size)
                    .mapToObj(number -> "password number " + number)
                    .toList();
            SortedHashes hashes = SortedHashes.open(file(passwords));
            assertThat(passwords).allMatch(hashes::containsSha1Of);
            assertThat(IntStream.range(size, size + 50).mapToObj(number -> "password number " + number))
                    .noneMatch(hashes::containsSha1Of);
        }
    }

    @Test
    void refusesAnotherKindOfFileByItsKey() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "hunter2\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> SortedHashes.open(other))
                .withMessageContaining("gatehouse.password-policy.breached-file");
        assertThatIllegalStateException().isThrownBy(() -> SortedHashes.open(folder.resolve("missing.txt")));
    }

    private Path file(List<String> passwords) throws IOException {
        List<String> lines = passwords.stream()
                .map(SortedHashesTest::sha1)
                .sorted()
                .map(hash -> hash + ":" + hash.hashCode() % 97)
                .toList();
        return Files.write(folder.resolve("hashes.txt"), lines);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
