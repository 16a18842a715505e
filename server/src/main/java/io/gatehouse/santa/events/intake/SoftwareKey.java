package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/** A file in an organization, in little memory. */
record SoftwareKey(UUID organization, long a, long b, long c, long d) {

    private static final int HEX = 16;
    private static final int PART = Long.SIZE / Byte.SIZE * 2;

    static SoftwareKey of(OrganizationId organization, String sha256) {
        return new SoftwareKey(
                organization.value(), part(sha256, 0), part(sha256, 1), part(sha256, 2), part(sha256, 3));
    }

    private static long part(String sha256, int index) {
        return Long.parseUnsignedLong(sha256, index * PART, (index + 1) * PART, HEX);
    }
}
