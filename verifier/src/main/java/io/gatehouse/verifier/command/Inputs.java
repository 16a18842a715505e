package io.gatehouse.verifier.command;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small files that are brought along. */
final class Inputs {

    private static final int LARGEST = 4 << 20;

    private Inputs() {}

    static byte[] bytes(String file) throws IOException {
        try (InputStream input = Files.newInputStream(Path.of(file))) {
            byte[] bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(file + " is larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    static String text(String file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }

    /** Keys that are given as such, or as files with a key on each line; lines that begin with # are remarks. */
    static List<VerifierKey> keys(List<String> given) throws IOException, UsageException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String keyOrFile : given) {
            boolean file = Files.isRegularFile(Path.of(keyOrFile));
            for (String line : (file ? text(keyOrFile) : keyOrFile).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(key(line.strip()));
                }
            }
        }
        return keys;
    }

    private static VerifierKey key(String text) throws UsageException {
        try {
            return VerifierKey.parse(text);
        } catch (MalformedException e) {
            throw new UsageException("--key: " + e.getMessage());
        }
    }
}
