package io.gatehouse.santa.requests;

import io.gatehouse.santa.protocol.rule.InvalidIdentifierException;
import io.gatehouse.santa.protocol.rule.RuleIdentifier;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.rules.SoftwareIdentity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a file can be named by rules, as Macs reported it; absent texts are empty.
 *
 * @param status as reported; empty from clients before 2025.1
 * @param flags code signing flags; 0 from clients before 2025.1
 */
record SignedFile(
        String sha256,
        String fileName,
        String cdhash,
        String signingId,
        String teamId,
        String certificateSha256,
        String signer,
        String status,
        long flags) {

    /** CS_HARD, CS_KILL and CS_RUNTIME: with none of them a Mac does not look for a CDHASH rule. */
    private static final long ENFORCED = 0x100L | 0x200L | 0x10000L;

    /** A file of which only the hash is known. */
    static SignedFile unknown(String sha256) {
        return new SignedFile(sha256, "", "", "", "", "", "", SigningStatus.UNSIGNED.name(), 0);
    }

    /** By what rules can name it, each in the form that clients store; what no rule could name is left out. */
    SoftwareIdentity identity() {
        return new SoftwareIdentity(
                sha256,
                matchesByCdhash() ? normalized(RuleType.CDHASH, cdhash) : "",
                normalized(RuleType.SIGNINGID, signingId),
                normalized(RuleType.CERTIFICATE, certificateSha256),
                normalized(RuleType.TEAMID, teamId),
                signing(),
                "");
    }

    private @Nullable SigningStatus signing() {
        return Arrays.stream(SigningStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElse(null);
    }

    private static String normalized(RuleType type, String reported) {
        try {
            return reported.isEmpty() ? "" : RuleIdentifier.normalize(type, reported);
        } catch (InvalidIdentifierException e) {
            return "";
        }
    }

    /** Whether a Mac would look for a rule by code directory hash; assumed when no status was reported. */
    private boolean matchesByCdhash() {
        return status.isEmpty() || (flags & ENFORCED) != 0;
    }

    /** What people call it. */
    String displayName() {
        return fileName.isBlank() ? "File " + sha256.substring(0, 12) : fileName;
    }
}
