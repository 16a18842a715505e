package io.gatehouse.testkit.fleet.software;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hexadecimal hashes of names, which stand for the hashes of files that do not exist. */
final class Hashes {
    private Hashes() {}

    static String sha256Hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A code directory hash is cut to 20 bytes. */
    static String cdhash(String text) {
        return sha256Hex("cdhash/" + text).substring(0, 40);
    }
}
