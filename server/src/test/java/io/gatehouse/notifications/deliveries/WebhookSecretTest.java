package io.gatehouse.notifications.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.webhook.Arrival;
import io.gatehouse.testkit.webhook.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Signatures, by the example of the specification and by a receiver of our own. */
final class WebhookSecretTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void signsAsTheSpecificationsExample() {
        WebhookSecret secret = new WebhookSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aReceiverTakesNothingThatWasChangedNorAnythingOld() {
        WebhookSecret secret = WebhookSecret.create();
        Arrival honest = new Arrival("msg_1", NOW, secret.sign("msg_1", NOW.getEpochSecond(), "{}"), "{}");
        assertThat(Verification.holds(honest, secret.text(), NOW)).isTrue();
        assertThat(Verification.holds(honest, WebhookSecret.create().text(), NOW))
                .isFalse();
        assertThat(Verification.holds(honest, secret.text(), NOW.plus(Duration.ofMinutes(6))))
                .isFalse();
        Arrival changed = new Arrival("msg_1", NOW, honest.signatures(), "{ }");
        assertThat(Verification.holds(changed, secret.text(), NOW)).isFalse();
        Arrival renamed = new Arrival("msg_2", NOW, honest.signatures(), "{}");
        assertThat(Verification.holds(renamed, secret.text(), NOW)).isFalse();
    }
}
