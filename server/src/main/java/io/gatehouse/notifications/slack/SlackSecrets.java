package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sealer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Seals what Slack gave the organization in confidence, each secret for its own use. */
@Component
final class SlackSecrets {

    private final Sealer sealer;

    SlackSecrets(Sealer sealer) {
        this.sealer = sealer;
    }

    /** What a secret is for. */
    enum Use {
        BOT_TOKEN("slack-bot-token"),
        SIGNING("slack-signing-secret"),
        CLIENT("slack-client-secret");

        private final String purpose;

        Use(String purpose) {
            this.purpose = purpose;
        }
    }

    byte[] seal(OrganizationScope scope, Use use, String secret) {
        return sealer.seal(scope.organization(), use.purpose, secret.getBytes(StandardCharsets.UTF_8));
    }

    byte[] open(OrganizationScope scope, Use use, byte[] sealed) {
        return sealer.open(scope.organization(), use.purpose, sealed);
    }

    String text(OrganizationScope scope, Use use, byte[] sealed) {
        return new String(open(scope, use, sealed), StandardCharsets.UTF_8);
    }
}
