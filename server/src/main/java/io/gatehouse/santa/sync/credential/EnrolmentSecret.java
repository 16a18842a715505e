package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret of an enrolment: {@code ghs_}, the organization's id in 32 hexadecimal digits, {@code _}, and 160 random bits
 * in 40 more. It names its organization, so that the database can be told before anything is read; only its SHA-256 is
 * kept.
 */
public final class EnrolmentSecret {

    private static final String PREFIX = "ghs_";
    private static final int ID_DIGITS = 32;
    private static final int HEXADECIMAL = 16;
    /** 160 bits in the densest of the alphabets that are read. */
    private static final int SHORTEST_RANDOM = 27;

    private static final int LONGEST_RANDOM = 128;
    private static final int RANDOM_BYTES = 20;
    private static final int HINT_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OrganizationId organization;
    private final String text;

    private EnrolmentSecret(OrganizationId organization, String text) {
        this.organization = organization;
        this.text = text;
    }

    /** A new secret. */
    public static EnrolmentSecret generate(OrganizationId organization) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new EnrolmentSecret(
                organization,
                PREFIX + organization.toString().replace("-", "") + "_"
                        + HexFormat.of().formatHex(random));
    }

    /** The secret in a text; empty when the text has not the form of one. */
    public static Optional<EnrolmentSecret> parse(String text) {
        int random = text.length() - PREFIX.length() - ID_DIGITS - 1;
        if (!text.startsWith(PREFIX) || random < SHORTEST_RANDOM || random > LONGEST_RANDOM) {
            return Optional.empty();
        }
        int end = PREFIX.length() + ID_DIGITS;
        boolean wellFormed = text.charAt(end) == '_'
                && consists(text, PREFIX.length(), end, false)
                && consists(text, end + 1, text.length(), true);
        return wellFormed ? Optional.of(new EnrolmentSecret(new OrganizationId(id(text)), text)) : Optional.empty();
    }

    private static UUID id(String text) {
        int middle = PREFIX.length() + ID_DIGITS / 2;
        return new UUID(
                Long.parseUnsignedLong(text, PREFIX.length(), middle, HEXADECIMAL),
                Long.parseUnsignedLong(text, middle, PREFIX.length() + ID_DIGITS, HEXADECIMAL));
    }

    private static boolean consists(String text, int from, int to, boolean ofAnyLetters) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            boolean letter = c >= 'g' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!digit && !(ofAnyLetters && letter)) {
                return false;
            }
        }
        return true;
    }

    /** Whose it claims to be. */
    public OrganizationId organization() {
        return organization;
    }

    /** The secret itself: to be shown once, never logged. */
    public String reveal() {
        return text;
    }

    /** What is kept of it: 32 bytes. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The last characters, by which people tell secrets apart. */
    public String hint() {
        return text.substring(text.length() - HINT_LENGTH);
    }

    @Override
    public String toString() {
        return "EnrolmentSecret[" + organization + "]";
    }
}
