package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret by which Macs enrol: {@code ghs_}, the organization in 32 hexadecimal digits, an underscore, 43 characters of
 * base64url with 256 random bits. Only its SHA-256 is kept: it is too random to be guessed, so nothing slower is needed.
 */
record NewSecret(String text) {

    private static final int RANDOM_BYTES = 32;
    private static final int HINT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static NewSecret of(OrganizationId organization) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return new NewSecret("ghs_" + organization.toString().replace("-", "") + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    byte[] hash() {
        return hash(text);
    }

    /** The last characters, by which people tell secrets apart. */
    String hint() {
        return text.substring(text.length() - HINT);
    }

    static byte[] hash(String secret) {
        return Sha256.of(secret);
    }

    @Override
    public String toString() {
        return "NewSecret[…" + hint() + "]";
    }
}
