package io.gatehouse.testkit.fleet.software;

import io.gatehouse.testkit.fleet.rules.RuleType;

/** An executable file: its hash, its directory and leaf name, and its signature. */
public record Binary(String sha256, String directory, String fileName, Signature signature) {

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
