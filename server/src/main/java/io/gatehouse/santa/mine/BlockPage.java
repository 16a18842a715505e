package io.gatehouse.santa.mine;

import org.jspecify.annotations.Nullable;

/**
 * What the block dialog's link opens. The link's values are hints: only what is stored, and the person's own, is shown.
 *
 * @param event the latest block of that file on that Mac, when the Mac is theirs
 * @param software what is known of the file, when the Mac is theirs
 * @param request the person's latest request for the file
 * @param mayClaim whether the person may say that the Mac is theirs
 */
record BlockPage(
        Mac device,
        MyBlock.@Nullable Event event,
        @Nullable Software software,
        MyBlock.@Nullable RequestRef request,
        boolean mayRequest,
        boolean mayClaim) {

    /** The Mac, as far as the person may know it. */
    record Mac(boolean known, Ownership ownership, @Nullable String hostname) {}

    /** The file. */
    record Software(
            String sha256,
            String fileName,
            @Nullable String publisher,
            @Nullable String signingId) {}
}
