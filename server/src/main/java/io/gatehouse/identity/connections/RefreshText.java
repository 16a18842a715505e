package io.gatehouse.identity.connections;

import io.gatehouse.kernel.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token as its program has it. The first half is the same for all of one connection, so that an earlier one is
 * recognized for ever without being kept.
 *
 * @param family 256 random bits in hexadecimal digits, by whose hash the connection is found
 * @param turn 256 random bits in hexadecimal digits, new each time
 */
public record RefreshText(String family, String turn) {

    private static final String PREFIX = "gatehouse_refresh_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{64})_([0-9a-f]{64})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The first token of a connection. */
    public static RefreshText first() {
        return new RefreshText(random(), random());
    }

    /** The token that takes this one's place. */
    public RefreshText next() {
        return new RefreshText(family, random());
    }

    /** Reads a token; empty when it is none, which costs no look into the database. */
    public static Optional<RefreshText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new RefreshText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** All of it, for its program only. */
    public String text() {
        return PREFIX + family + "_" + turn;
    }

    byte[] familyHash() {
        return Sha256.of(family);
    }

    byte[] turnHash() {
        return Sha256.of(turn);
    }

    @Override
    public String toString() {
        return "RefreshText[...]";
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
