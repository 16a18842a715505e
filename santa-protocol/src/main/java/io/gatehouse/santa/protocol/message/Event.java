package io.gatehouse.santa.protocol.message;

import io.gatehouse.santa.protocol.vocabulary.Decision;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An execution that a Mac decided about, or a member of a bundle (santa.sync.v1 Event).
 *
 * @param filePath the directory
 * @param fileName the name in it
 * @param executionTime seconds since 1970; 0 for bundle members
 * @param currentSessions such as user@console
 * @param fileBundleHash set once the bundle has been hashed
 * @param signingId with its team or "platform" before the colon; clients from 2023
 * @param quarantineTimestamp seconds since 1970
 * @param signingChain leaf first
 * @param entitlementInfo clients from 2025.1
 * @param csFlags clients from 2025.1
 * @param signingStatus clients from 2025.1
 * @param secureSigningTime seconds since 1970; clients from 2025.6
 * @param signingTime seconds since 1970; clients from 2025.6
 * @param staticRule decided by a rule of the configuration profile; clients from 2026.2
 */
public record Event(
        @WireField(1) String fileSha256,
        @WireField(2) String filePath,
        @WireField(3) String fileName,
        @WireField(4) String executingUser,
        @WireField(5) double executionTime,
        @WireField(6) List<String> loggedInUsers,
        @WireField(7) List<String> currentSessions,
        @WireField(8) EnumValue<Decision> decision,
        @WireField(9) String fileBundleId,
        @WireField(10) String fileBundlePath,
        @WireField(11) String fileBundleExecutableRelPath,
        @WireField(12) String fileBundleName,
        @WireField(13) String fileBundleVersion,
        @WireField(14) String fileBundleVersionString,
        @WireField(15) String fileBundleHash,
        @WireField(16) long fileBundleHashMillis,
        @WireField(17) long fileBundleBinaryCount,
        @WireField(18) int pid,
        @WireField(19) int ppid,
        @WireField(20) String parentName,
        @WireField(21) String teamId,
        @WireField(22) String signingId,
        @WireField(23) String cdhash,
        @WireField(24) String quarantineDataUrl,
        @WireField(25) String quarantineRefererUrl,
        @WireField(26) long quarantineTimestamp,
        @WireField(27) String quarantineAgentBundleId,
        @WireField(28) List<Certificate> signingChain,

        @WireField(value = 29, json = "entitlementInfo") @Nullable
        EntitlementInfo entitlementInfo,

        @WireField(value = 30, json = "csFlags") long csFlags,
        @WireField(value = 31, json = "signingStatus") EnumValue<SigningStatus> signingStatus,
        @WireField(value = 32, json = "secureSigningTime") long secureSigningTime,
        @WireField(value = 33, json = "signingTime") long signingTime,
        @WireField(34) boolean staticRule)
        implements Message {

    public Event {
        loggedInUsers = List.copyOf(loggedInUsers);
        currentSessions = List.copyOf(currentSessions);
        signingChain = List.copyOf(signingChain);
    }

    /** When it was executed, to the microsecond; empty for bundle members and for times that are none. */
    public Optional<Instant> executedAt() {
        return Seconds.instant(executionTime);
    }
}
