package io.gatehouse.identity.domains;

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
 */
record Domain(
        String name,
        String recordName,
        String recordValue,
        Instant claimedAt,
        @Nullable Instant verifiedAt,
        @Nullable Proof verifiedBy,
        @Nullable Instant checkedAt,
        @Nullable String finding) {

    /** What proved that the domain is the organization's. */
    enum Proof {
        DNS,
        OPERATOR
    }

    static final String RECORD_PREFIX = "_gatehouse-challenge.";
    static final String VALUE_PREFIX = "gatehouse-verification=";

    boolean isVerified() {
        return verifiedAt != null;
    }
}
