package io.gatehouse.santa.sync.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sync that carried rules.
 *
 * @param finishedAt null while it runs, and when its end never came
 * @param syncType what the server made of it
 * @param clientSyncType what the Mac made of it, in its own word; empty when it did not say
 * @param pushed a push message made the Mac sync
 * @param rulesReceived as the Mac said; null when it did not
 * @param rulesProcessed how many of them it could read; null when it did not say
 * @param bytesIn of its requests' bodies as sent
 * @param bytesOut of its answers' bodies as sent
 * @param explanation why it carried what it did
 */
public record SyncSession(
        UUID id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String syncType,
        String clientSyncType,
        Outcome outcome,
        boolean requestedClean,
        boolean pushed,
        int rulesSent,
        @Nullable Long rulesReceived,
        @Nullable Long rulesProcessed,
        long eventsUploaded,
        long bytesIn,
        long bytesOut,
        String encoding,
        String rulesHashBefore,
        String rulesHashAfter,
        String explanation) {

    /** How it ended. */
    public enum Outcome {
        RUNNING,
        COMPLETED,
        ABANDONED
    }
}
