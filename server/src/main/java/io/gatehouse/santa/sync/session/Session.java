package io.gatehouse.santa.sync.session;

import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sync that carries rules, from its preflight to its postflight. What it sends is fixed when it begins.
 *
 * @param target what the Mac holds when it took everything
 * @param rules how many rules are sent
 * @param pushed a push message made the Mac sync
 * @param hashBefore what the Mac reported when it began
 * @param encoding content type and coding of its answers, for the history
 * @param received whether the Mac showed that it got all rules, where it must, see {@link SyncState#needsReceipt}
 * @param finishedAt null until its postflight
 */
public record Session(
        UUID id,
        SessionKind kind,
        SyncType type,
        Held target,
        int rules,
        boolean requestedClean,
        boolean pushed,
        Instant startedAt,
        String hashBefore,
        String encoding,
        boolean received,
        @Nullable Instant finishedAt) {

    /** Whether its postflight has not come. */
    public boolean isOpen() {
        return finishedAt == null;
    }

    Session finished(Instant at) {
        return new Session(
                id, kind, type, target, rules, requestedClean, pushed, startedAt, hashBefore, encoding, received, at);
    }
}
