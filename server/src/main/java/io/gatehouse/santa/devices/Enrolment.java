package io.gatehouse.santa.devices;

import io.gatehouse.santa.TagRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way by which devices come in, as the API shows it.
 *
 * @param tags that each new device is given
 * @param maximumDevices how many may be enrolled by it at a time; null: any number
 * @param certificateBound whether devices of it are bound by client certificates
 */
record Enrolment(
        UUID id,
        String name,
        List<TagRef> tags,
        @Nullable Integer maximumDevices,
        long deviceCount,
        State state,
        List<Secret> secrets,
        boolean certificateBound) {

    /** Whether devices can still come in. */
    enum State {
        ACTIVE,
        REVOKED
    }

    /**
     * A secret that is in force; what it is was shown once.
     *
     * @param hint its last four characters
     * @param retiresAt when it ceases to work; null: not planned
     * @param lastUsedAt about when a Mac last presented it
     */
    record Secret(
            UUID id,
            String hint,
            Instant createdAt,
            @Nullable Instant retiresAt,
            @Nullable Instant lastUsedAt) {}

    /** An enrolment with a secret that is shown this once. */
    record Issued(Enrolment enrolment, String secret, String syncBaseUrl) {

        @Override
        public String toString() {
            return "Issued[" + enrolment.id() + "]";
        }
    }
}
