package io.gatehouse.testkit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether a message is the sender's, and of now: as Standard Webhooks 1.0 has receivers check. */
public final class Verification {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Verification() {}

    /** Whether one of its signatures was made by this secret, over exactly this, within five minutes both ways. */
    public static boolean holds(Arrival arrival, String secret, Instant now) {
        if (Duration.between(arrival.timestamp(), now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        String signed =
                String.join(".", arrival.id(), Long.toString(arrival.timestamp().getEpochSecond()), arrival.body());
        byte[] expected = hmac(Base64.getDecoder().decode(secret.substring("whsec_".length())), signed);
        return Arrays.stream(arrival.signatures().split(" "))
                .filter(each -> each.startsWith("v1,"))
                .anyMatch(each ->
                        MessageDigest.isEqual(expected, Base64.getDecoder().decode(each.substring("v1,".length()))));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
