package io.gatehouse.santa.software;

import io.gatehouse.santa.events.search.ToldFile;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.rule.InvalidIdentifierException;
import io.gatehouse.santa.protocol.rule.RuleIdentifier;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.rules.SoftwareIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file can be named by rules, as Macs reported it; absent texts are empty.
 *
 * @param status as reported; empty from clients before 2025.1
 * @param flags code signing flags; 0 from clients before 2025.1
 * @param disputed whether Macs disagree about who signed it
 */
public record SignedFile(
        String sha256,
        String fileName,
        String cdhash,
        String signingId,
        String teamId,
        String certificateSha256,
        String signer,
        String status,
        long flags,
        boolean disputed) {

    /** CS_HARD, CS_KILL and CS_RUNTIME: with none of them a Mac does not look for a CDHASH rule. */
    private static final long ENFORCED = 0x100L | 0x200L | 0x10000L;

    /** A file of which only the hash is known. */
    public static SignedFile unknown(String sha256) {
        return new SignedFile(sha256, "", "", "", "", "", "", SigningStatus.UNSIGNED.name(), 0, false);
    }

    /** As one event told of it. */
    public static SignedFile of(ToldFile told) {
        return new SignedFile(
                told.sha256(),
                told.fileName(),
                told.cdhash(),
                told.signingId(),
                told.teamId(),
                told.certificateSha256(),
                told.signer(),
                told.signingStatus(),
                told.flags(),
                false);
    }

    /** As a request keeps it, see {@link #texts()}. */
    public static SignedFile of(Map<String, String> texts, boolean disputed) {
        return new SignedFile(
                texts.getOrDefault("sha256", ""),
                texts.getOrDefault("fileName", ""),
                texts.getOrDefault("cdhash", ""),
                texts.getOrDefault("signingId", ""),
                texts.getOrDefault("teamId", ""),
                texts.getOrDefault("certificateSha256", ""),
                texts.getOrDefault("signer", ""),
                texts.getOrDefault("signingStatus", ""),
                Long.parseLong(texts.getOrDefault("flags", "0")),
                disputed);
    }

    /** Everything that names it, so that a decision is bound to it. */
    public Map<String, String> texts() {
        return Map.of(
                "sha256",
                sha256,
                "fileName",
                fileName,
                "cdhash",
                cdhash,
                "signingId",
                signingId,
                "teamId",
                teamId,
                "certificateSha256",
                certificateSha256,
                "signer",
                signer,
                "signingStatus",
                status,
                "flags",
                Long.toString(flags));
    }

    /** The keys by which it may be allowed: where Macs disagree about its signer, only the file itself is certain. */
    public List<RuleKey> certainKeys() {
        List<RuleKey> keys = identity().keys();
        return disputed
                ? keys.stream().filter(key -> key.type() == RuleType.BINARY).toList()
                : keys;
    }

    /** By what rules can name it, each in the form that clients store; what no rule could name is left out. */
    public SoftwareIdentity identity() {
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
    public String displayName() {
        return fileName.isBlank() ? "File " + sha256.substring(0, 12) : fileName;
    }
}
