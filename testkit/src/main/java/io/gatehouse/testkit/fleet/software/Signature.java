package io.gatehouse.testkit.fleet.software;

import java.util.List;
import java.util.Map;

/**
 * What signs a file.
 *
 * @param signingId without its team prefix; empty where there is none
 * @param chain leaf first
 * @param hardened whether the code directory hash may be matched by rules
 * @param signingTime Unix seconds, 0 where there is none
 * @param entitlements JSON texts by key
 */
public record Signature(
        SigningStatus status,
        String teamId,
        String signingId,
        String cdhash,
        boolean platform,
        List<Certificate> chain,
        boolean hardened,
        long signingTime,
        Map<String, String> entitlements) {
    /** No signature at all. */
    public static final Signature NONE =
            new Signature(SigningStatus.UNSIGNED, "", "", "", false, List.of(), false, 0, Map.of());

    /** The identifier that SIGNINGID rules name, empty where the file has none. */
    public String prefixedSigningId() {
        if (signingId.isEmpty() || teamId.isEmpty() && !platform) {
            return "";
        }
        return (platform ? "platform" : teamId) + ":" + signingId;
    }

    /** The leaf's hash, empty where there is no chain. */
    public String leafSha256() {
        return chain.isEmpty() ? "" : chain.getFirst().sha256();
    }

    /** Code signing flags: valid, and runtime hardening where it applies. */
    public int flags() {
        return status == SigningStatus.UNSIGNED ? 0 : hardened ? 0x1_0001 : 1;
    }
}
