package io.gatehouse.santa.requests;

import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.santa.software.SoftwareDetail;
import io.gatehouse.santa.software.SoftwareView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, as far as the asking person may know it.
 *
 * @param sha256 empty when the catalogue names it otherwise
 * @param known whether more than the hash is told
 * @param devices on which it was seen; null for who only asked, as all figures of other people's Macs
 */
record RequestedSoftware(
        String sha256,
        boolean known,
        String fileName,
        SoftwareView.@Nullable Signer signer,
        @Nullable String signingId,
        @Nullable String teamId,
        @Nullable String cdhash,
        @Nullable String certificateSha256,
        @Nullable String signingStatus,
        List<SoftwareDetail.Certificate> signingChain,
        @Nullable Instant firstSeenAt,
        @Nullable Instant lastSeenAt,
        @Nullable Long devices,
        @Nullable Long blocks) {

    /** All that is known; who signed it, as the request's file says. */
    static RequestedSoftware whole(SoftwareDetail detail, SignedFile file) {
        SoftwareView view = detail.software();
        return of(detail, file, view.firstSeenAt(), view.lastSeenAt(), view.devices(), view.blocks());
    }

    /** Who and what it is, but nothing of the Macs that have shown it. */
    static RequestedSoftware identity(SoftwareDetail detail, SignedFile file) {
        return of(detail, file, null, null, null, null);
    }

    /** The hash, under the name that the request bears. */
    static RequestedSoftware unknown(String sha256, String title) {
        return new RequestedSoftware(
                sha256, false, title, null, null, null, null, null, null, List.of(), null, null, null, null);
    }

    /** As the catalogue names it: by what its rule matches, and nothing of the Macs that have shown it. */
    static RequestedSoftware named(SignedFile file) {
        return new RequestedSoftware(
                file.sha256(),
                true,
                file.displayName(),
                signer(file),
                orNull(file.signingId()),
                orNull(file.teamId()),
                orNull(file.cdhash()),
                orNull(file.certificateSha256()),
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static RequestedSoftware of(
            SoftwareDetail detail,
            SignedFile file,
            @Nullable Instant firstSeenAt,
            @Nullable Instant lastSeenAt,
            @Nullable Long devices,
            @Nullable Long blocks) {
        SoftwareView view = detail.software();
        boolean sameSigner = file.certificateSha256().equals(orEmpty(detail.certificateSha256()));
        return new RequestedSoftware(
                view.sha256(),
                true,
                view.fileName(),
                sameSigner ? view.signer() : signer(file),
                orNull(file.signingId()),
                orNull(file.teamId()),
                orNull(file.cdhash()),
                orNull(file.certificateSha256()),
                orNull(file.status()),
                sameSigner ? detail.signingChain() : List.of(),
                firstSeenAt,
                lastSeenAt,
                devices,
                blocks);
    }

    private static SoftwareView.@Nullable Signer signer(SignedFile file) {
        return file.signer().isEmpty() ? null : new SoftwareView.Signer(file.signer(), "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
