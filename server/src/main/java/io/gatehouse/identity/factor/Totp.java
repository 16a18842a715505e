package io.gatehouse.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of authenticator apps: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds, which every app knows. */
final class Totp {

    /** As long as a SHA-1 hash, RFC 4226 section 4. */
    private static final int SEED_BYTES = 20;

    /** A clock may be one step off, RFC 6238 section 5.2. */
    private static final int TOLERANCE = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final long STEP_SECONDS = GENERATOR.getTimeStep().toSeconds();

    private Totp() {}

    static byte[] newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return seed;
    }

    /** The seed as people type it. */
    static String text(byte[] seed) {
        return new Base32().encodeAsString(seed);
    }

    /** What the QR code says: the address form that authenticator apps read. */
    static String address(byte[] seed, String account) {
        String issuer = "Gatehouse";
        return "otpauth://totp/" + issuer + ":"
                + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + text(seed)
                + "&issuer=" + issuer;
    }

    /** The step that shows this code about now; of several, the latest. */
    static OptionalLong step(byte[] seed, String code, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
                .filter(step -> isCode(seed, step, code))
                .max();
    }

    static String code(byte[] seed, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(seed, GENERATOR.getAlgorithm()), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCode(byte[] seed, long step, String code) {
        return MessageDigest.isEqual(
                code(seed, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII));
    }
}
