package io.gatehouse.santa.events.search;

import io.gatehouse.santa.DeviceRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a file access policy.
 *
 * @param target full path that was touched
 * @param processChain the actor first, then its ancestors
 * @param claimedTime as the Mac told it, in seconds since 1970, when it cannot be true; else null
 */
record FileAccessView(
        UUID id,
        Instant occurredAt,
        Instant receivedAt,
        DeviceRef device,
        String ruleName,
        String ruleVersion,
        String target,
        String decision,
        List<Actor> processChain,
        @Nullable String claimedTime) {

    /** A process of the chain. */
    record Actor(
            @Nullable String filePath,
            @Nullable Long pid,
            @Nullable String signingId,
            @Nullable String teamId,
            @Nullable String cdhash,
            @Nullable String sha256,
            List<Told.Certificate> signingChain) {

        static Actor of(Told told) {
            return new Actor(
                    told.text("filePath"),
                    told.number("pid"),
                    told.text("signingId"),
                    told.text("teamId"),
                    told.text("cdhash"),
                    told.text("sha256"),
                    told.certificates("signingChain"));
        }
    }
}
