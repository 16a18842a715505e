package io.gatehouse.identity.domains;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail domain that an organization says is its own.
 *
 * @param recordName where the DNS record that proves it is to stand
 * @param recordValue what it is to say
 * @param verifiedAt when it was proven; null as long as it only says so
 * @param verifiedBy what proved it
 * @param checkedAt when the DNS was asked last
 * @param finding what is wrong, in words; null when nothing is
 * @param lapsesAt when it counts as proven no longer, because its record is gone; null when it is not
 */
record Domain(
        String name,
        String recordName,
        String recordValue,
        Instant claimedAt,
        @Nullable Instant verifiedAt,
        @Nullable Proof verifiedBy,
        @Nullable Instant checkedAt,
        @Nullable String finding,
        @Nullable Instant lapsesAt) {

    /** What proved that the domain is the organization's. */
    enum Proof {
        DNS,
        OPERATOR
    }

    /** How long a domain counts as proven after its record is gone. */
    static final Duration GRACE = Duration.ofDays(14);

    static final String RECORD_PREFIX = "_gatehouse-challenge.";
    static final String VALUE_PREFIX = "gatehouse-verification=";

    boolean isVerified() {
        return verifiedAt != null;
    }
}
