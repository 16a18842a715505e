package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Sha256;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret of an enrolment, as a Mac presents it: {@code ghs_}, the organization's id in 32 hexadecimal digits,
 * {@code _}, and at least 160 random bits in letters, digits, - and _. It names its organization, so that the database can
 * be told before anything is read; only its SHA-256 is kept.
 */
public final class EnrolmentSecret {

    private static final String PREFIX = "ghs_";
    private static final int ID_DIGITS = 32;
    private static final int HEXADECIMAL = 16;
    /** 160 bits in the densest of the alphabets that are read. */
    private static final int SHORTEST_RANDOM = 27;

    private static final int LONGEST_RANDOM = 128;

    private final OrganizationId organization;
    private final String text;

    private EnrolmentSecret(OrganizationId organization, String text) {
        this.organization = organization;
        this.text = text;
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
            boolean letter = c >= 'g' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
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

    /** What is kept of it: 32 bytes. */
    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "EnrolmentSecret[" + organization + "]";
    }
}
