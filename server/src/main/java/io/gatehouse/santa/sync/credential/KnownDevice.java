package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.sync.session.SyncState;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a stage needs to know of a device, read at once.
 *
 * @param certificateHash the certificate that it is bound to, null when it came without one
 * @param released an admin allowed it to be bound anew
 * @param carriedTags that it carried once
 * @param ownLayer whether it has rules of its own
 * @param head sequence of the last change that concerns it
 * @param clientMode as last reported
 * @param inventoryHash of what it last said of itself
 */
public record KnownDevice(
        OrganizationId organization,
        UUID id,
        UUID enrolment,
        @Nullable ByteBuffer certificateHash,
        boolean released,
        UUID policy,
        List<UUID> tags,
        List<UUID> carriedTags,
        boolean ownLayer,
        long head,
        String santaVersion,
        String clientMode,
        @Nullable ByteBuffer inventoryHash,
        int pendingRequests,
        SyncState state) {

    /** This device after a preflight told its version and mode and changed its state. */
    public KnownDevice at(SyncState now, String itsVersion, String itsMode) {
        return new KnownDevice(
                organization,
                id,
                enrolment,
                certificateHash,
                released,
                policy,
                tags,
                carriedTags,
                ownLayer,
                head,
                itsVersion,
                itsMode,
                inventoryHash,
                pendingRequests,
                now);
    }

    /** Tags that it carries or carried: no rules of others ever reached it. */
    public List<UUID> everyTag() {
        return Stream.concat(tags.stream(), carriedTags.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the device is bound to what is presented. */
    boolean isBoundTo(Presented presented) {
        if (!enrolment.equals(presented.enrolment())) {
            return false;
        }
        ClientCertificate certificate = presented.certificate();
        return certificateHash == null || (certificate != null && certificateHash.equals(certificate.hash()));
    }
}
