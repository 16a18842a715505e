package io.gatehouse.identity.keys;

import io.gatehouse.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its holder has it: {@code gatehouse_}, its public id, its secret and a checksum, by which scanners for leaked
 * secrets recognize one without asking. One word for a double click.
 *
 * @param publicId 16 hexadecimal digits, by which its row is found
 * @param secret 64 hexadecimal digits: 256 random bits, so that a fast hash keeps them and a slow one would add nothing
 */
record KeyText(String publicId, String secret) {

    private static final String PREFIX = "gatehouse_";
    private static final int PUBLIC_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{16})_([0-9a-f]{64})([0-9a-f]{8})");
    private static final Pattern BEGINNING = Pattern.compile(PREFIX + "[0-9a-f]{16}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText next() {
        return new KeyText(random(PUBLIC_BYTES), random(SECRET_BYTES));
    }

    /** Reads a key; empty when it is none, which costs no look into the database. */
    static Optional<KeyText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        KeyText key = new KeyText(matcher.group(1), matcher.group(2));
        return key.checksum().equals(matcher.group(3)) ? Optional.of(key) : Optional.empty();
    }

    /** The public id in the beginning of a key. */
    static Optional<String> publicId(String beginning) {
        return BEGINNING.matcher(beginning).matches()
                ? Optional.of(beginning.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** What is kept of the secret. */
    byte[] hash() {
        return Sha256.of(secret);
    }

    /** All of it, to be shown once. */
    String text() {
        return PREFIX + publicId + "_" + secret + checksum();
    }

    /** What may be shown again, so that people find the key in their programs. */
    static String beginning(String publicId) {
        return PREFIX + publicId;
    }

    private String checksum() {
        CRC32 crc = new CRC32();
        crc.update((publicId + secret).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "KeyText[" + beginning(publicId) + "...]";
    }
}
