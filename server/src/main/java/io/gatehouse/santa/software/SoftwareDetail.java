package io.gatehouse.santa.software;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.rules.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one file.
 *
 * @param certificateSha256 of the leaf certificate
 * @param signingChain leaf first
 * @param paths directories that its newest 1,000 executions were in, at most 20
 * @param versions of software with the same signing id, at most 20
 * @param deviceList the 50 devices that ran it last, or showed it first
 * @param rules that name it
 * @param sameSigningId what a rule for the signing id would reach, null when it has none
 * @param sameTeam what a rule for the team would reach, null when it has none
 */
public record SoftwareDetail(
        @JsonUnwrapped SoftwareView software,
        @Nullable String cdhash,
        @Nullable String certificateSha256,
        List<Certificate> signingChain,
        @Nullable String signingStatus,
        List<BundleRef> bundles,
        List<String> paths,
        List<String> versions,
        List<Device> deviceList,
        List<Rule> rules,
        @Nullable Family sameSigningId,
        @Nullable Family sameTeam) {

    /** A certificate of the signing chain. */
    public record Certificate(
            @Nullable String sha256,
            @Nullable String commonName,
            @Nullable String organization,
            @Nullable String organizationalUnit,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {}

    /** A bundle that the file belongs to. */
    public record BundleRef(
            String hash, @Nullable String name, @Nullable String version) {}

    /** A device that showed the file. */
    public record Device(DeviceRef device, Instant firstSeenAt, Instant lastSeenAt) {}

    /** How much shares an identifier, the file itself included; counts end at 10,000. */
    public record Family(long software, long devices) {}
}
