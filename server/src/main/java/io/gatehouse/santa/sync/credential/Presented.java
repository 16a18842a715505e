package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a Mac came with, already found to be in force.
 *
 * @param enrolment whose secret it presented
 * @param kind how
 */
public record Presented(
        OrganizationId organization,
        UUID enrolment,
        Kind kind,
        @Nullable ClientCertificate certificate) {

    /** How a secret was presented; as which kind a device is bound that has no certificate. */
    public enum Kind {
        /** In the address. */
        SECRET,
        /** In a header. */
        BEARER
    }

    /** As which kind a device is bound that comes with this. */
    String boundAs() {
        return certificate == null ? kind.name() : "CERTIFICATE";
    }
}
