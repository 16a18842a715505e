package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be sent, by what it is about.
 *
 * @param organization whose letter it is; null: the installation's
 * @param subject the invitation, the ask, the person, the notice
 * @param number which letter about the same subject
 * @param occasion what happens at most once leads to at most one letter: the key that makes a repeated event harmless
 * @param attempts to send it, the present one included
 */
record Mail(
        UUID id,
        @Nullable OrganizationId organization,
        Kind kind,
        UUID subject,
        int number,
        String occasion,
        int attempts,
        Instant giveUpAt) {

    /** Whose letter it is, where it can only be an organization's. */
    OrganizationId ofOrganization() {
        return Objects.requireNonNull(organization);
    }

    /** What letters there are. */
    enum Kind {
        INVITATION(Duration.ofDays(2)),
        KEY_EXPIRING(Duration.ofDays(1)),
        PASSWORD_RESET(Duration.ofHours(1)),
        PASSWORD_CHANGED(Duration.ofDays(1)),
        EMERGENCY_BEGUN(Duration.ofDays(1)),
        LEDGER_ALARM(Duration.ofDays(2)),
        LEDGER_CHECKPOINT(Duration.ofHours(20)),
        PROVIDER_BYPASSED(Duration.ofDays(1)),
        SIGN_IN_WARNING(Duration.ofDays(1)),
        HOLD_REVIEW(Duration.ofDays(1)),
        TOKEN_REUSED(Duration.ofDays(1)),
        DELEGATION_GIVEN(Duration.ofDays(2)),
        DESTINATION_FAILING(Duration.ofDays(2)),
        NOTIFICATIONS(Duration.ofDays(1));

        private final Duration patience;

        Kind(Duration patience) {
            this.patience = patience;
        }

        /** How long sending is tried. */
        Duration patience() {
            return patience;
        }
    }

    /** What became of it. */
    enum State {
        WAITING,
        SENT,
        /** When its turn came, there was nothing to say any more. */
        NEEDLESS,
        /** Given up: an operator can let it be tried again. */
        DEAD
    }
}
