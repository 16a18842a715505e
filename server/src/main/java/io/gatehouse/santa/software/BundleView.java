package io.gatehouse.santa.software;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bundle, such as an app with all that is inside.
 *
 * @param binaryCount how many members it says to have
 * @param received how many members a device has told
 * @param complete whether as many were told as there are said to be
 * @param verified whether the members' hashes prove the bundle's hash
 * @param hashMillis how long the Mac needed to hash it
 * @param members at most 1,000
 */
record BundleView(
        String hash,
        @Nullable String identifier,
        @Nullable String name,
        @Nullable String version,
        @Nullable String versionString,
        @Nullable String path,
        @Nullable String executablePath,
        long binaryCount,
        long hashMillis,
        long received,
        boolean complete,
        boolean verified,
        List<Member> members) {

    /** A file of the bundle. */
    record Member(
            String sha256,
            String fileName,
            String path,
            @Nullable String signingId) {}
}
