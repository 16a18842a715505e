package io.gatehouse.santa.events.intake;

import io.gatehouse.santa.protocol.message.Event;
import java.util.UUID;

/**
 * A bundle of which an event tells the hash.
 *
 * @param sha256 the file that was executed or is a member
 * @param member whether it was sent because the server asked for the bundle's members
 */
record BundleClaim(
        UUID device,
        String hash,
        String sha256,
        boolean member,
        String bundleId,
        String name,
        String version,
        String versionString,
        String path,
        String executablePath,
        long binaryCount,
        long hashMillis,
        String fileName,
        String filePath,
        String signingId,
        String teamId) {

    static BundleClaim of(UUID device, String sha256, boolean member, Event event) {
        return new BundleClaim(
                device,
                Facts.hash(event.fileBundleHash()),
                sha256,
                member,
                CleanText.of(event.fileBundleId(), CleanText.IDENTIFIER),
                CleanText.of(event.fileBundleName(), CleanText.NAME),
                CleanText.of(event.fileBundleVersion(), CleanText.NAME),
                CleanText.of(event.fileBundleVersionString(), CleanText.NAME),
                CleanText.of(event.fileBundlePath(), CleanText.PATH),
                CleanText.of(event.fileBundleExecutableRelPath(), CleanText.PATH),
                event.fileBundleBinaryCount(),
                event.fileBundleHashMillis(),
                CleanText.of(event.fileName(), CleanText.NAME),
                CleanText.of(event.filePath(), CleanText.PATH),
                CleanText.of(event.signingId(), CleanText.IDENTIFIER),
                CleanText.of(event.teamId(), CleanText.IDENTIFIER));
    }
}
