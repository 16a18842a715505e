package io.gatehouse.santa.sync;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.sync.delivery.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tokens of the xsrf stage: good for one machine in one organization, from one to two hours. */
@Component
final class XsrfTokens {

    static final String HEADER = "X-XSRF-TOKEN";

    private static final long PERIOD_SECONDS = Duration.ofHours(1).toSeconds();
    private static final int LONGEST = 100;

    private final SigningKey key;
    private final Clock clock;

    XsrfTokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String of(OrganizationId organization, String machineId) {
        return token(organization, machineId, period());
    }

    boolean isValid(@Nullable String token, OrganizationId organization, String machineId) {
        if (token == null || token.length() > LONGEST) {
            return false;
        }
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        long now = period();
        return isEqual(given, token(organization, machineId, now))
                || isEqual(given, token(organization, machineId, now - 1));
    }

    private long period() {
        return clock.instant().getEpochSecond() / PERIOD_SECONDS;
    }

    private String token(OrganizationId organization, String machineId, long period) {
        String signed = "xsrf " + organization + " " + period + " " + machineId;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.sign(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isEqual(byte[] given, String token) {
        return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8));
    }
}
