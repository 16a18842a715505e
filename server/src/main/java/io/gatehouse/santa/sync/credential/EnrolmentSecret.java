package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret of an enrolment: {@code ghs_}, the organization's id in 32 hexadecimal digits, {@code _}, and 160 random bits
 * in 40 more. It names its organization, so that the database can be told before anything is read; only its SHA-256 is
 * kept.
 */
public final class EnrolmentSecret {

    private static final Pattern FORM = Pattern.compile("ghs_([0-9a-f]{32})_([0-9A-Za-z]{27,128})");
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
                "ghs_" + organization.toString().replace("-", "") + "_"
                        + HexFormat.of().formatHex(random));
    }

    /** The secret in a text; empty when the text has not the form of one. */
    public static Optional<EnrolmentSecret> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String id = matcher.group(1);
        UUID organization =
                new UUID(Long.parseUnsignedLong(id.substring(0, 16), 16), Long.parseUnsignedLong(id.substring(16), 16));
        return Optional.of(new EnrolmentSecret(new OrganizationId(organization), text));
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
