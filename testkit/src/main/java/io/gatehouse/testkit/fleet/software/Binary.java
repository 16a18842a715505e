package io.gatehouse.testkit.fleet.software;

import io.gatehouse.testkit.fleet.rules.RuleType;
import org.jspecify.annotations.Nullable;

/** An executable file: its hash, its directory and leaf name, its signature, and where it was downloaded from, if it was. */
public record Binary(
        String sha256,
        String directory,
        String fileName,
        Signature signature,
        @Nullable Download download) {

    /** The whole path. */
    public String path() {
        return directory + "/" + fileName;
    }

    /** What a rule of that type must name to match this file; empty where no such rule can. */
    public String identifier(RuleType type) {
        return switch (type) {
            case BINARY -> sha256;
            case CDHASH -> signature.hardened() ? signature.cdhash() : "";
            case CERTIFICATE -> signature.leafSha256();
            case SIGNINGID -> signature.prefixedSigningId();
            case TEAMID -> signature.teamId();
        };
    }
}
