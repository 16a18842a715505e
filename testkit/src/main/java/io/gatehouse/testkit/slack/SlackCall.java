package io.gatehouse.testkit.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A call that Slack makes.
 *
 * @param body a form
 */
public record SlackCall(String timestamp, String signature, String body) {

    static SlackCall signed(String secret, Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        return new SlackCall(timestamp, "v0=" + hmac(secret, "v0:" + timestamp + ":" + body), body);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
