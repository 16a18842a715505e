package io.gatehouse.santa.sync.session;

import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a device's syncs.
 *
 * @param acked what the Mac is known to hold
 * @param session the last session that carried rules
 * @param reported signature as last reported
 * @param counts as last reported
 * @param cleanRequested by an admin: CLEAN or CLEAN_ALL
 * @param lastPreflightAt as last written
 * @param lastSyncAt end of the last sync
 */
public record SyncState(
        Held acked,
        @Nullable Session session,
        String reported,
        HashState hashState,
        RuleCounts counts,
        @Nullable SyncType cleanRequested,
        int intervalSeconds,
        @Nullable Instant lastPreflightAt,
        @Nullable Instant lastSyncAt,
        @Nullable Instant nextExpectedAt) {

    /** Of a device that has never synced. */
    public static final SyncState NEW =
            new SyncState(Held.UNKNOWN, null, "", HashState.UNKNOWN, RuleCounts.NONE, null, 0, null, null, null);

    /** The session in progress, if there is one. */
    public @Nullable Session openSession() {
        return session != null && session.isOpen() ? session : null;
    }

    /**
     * Whether figures that fit prove nothing of the session in progress by themselves, since a late copy of another sync's
     * could name them: only a Mac that showed that it got the rules can have taken them.
     */
    public boolean needsReceipt() {
        Session open = openSession();
        if (open == null) {
            return false;
        }
        String signature = open.target().signature();
        if (!Signature.isExact(signature)) {
            return true;
        }
        // Where nothing arrived before, there is no other sync that could come late.
        return acked.policy() != null
                && (open.kind().isWhole()
                        || signature.equals(acked.signature())
                        || hashState == HashState.LOCAL_RULES
                        || hashState == HashState.DRIFTED);
    }

    /** Whether figures that fit mean that the session in progress arrived. */
    boolean believesFigures() {
        return session != null && (session.received() || !needsReceipt());
    }

    /** Whether nothing but times differs. */
    public boolean saysTheSameAs(SyncState other) {
        return acked.equals(other.acked)
                && Objects.equals(session, other.session)
                && reported.equals(other.reported)
                && hashState == other.hashState
                && counts.equals(other.counts)
                && intervalSeconds == other.intervalSeconds;
    }

    SyncState with(Held held, @Nullable Session now, HashState hash) {
        return new SyncState(
                held,
                now,
                reported,
                hash,
                counts,
                cleanRequested,
                intervalSeconds,
                lastPreflightAt,
                lastSyncAt,
                nextExpectedAt);
    }

    SyncState reporting(String signature, RuleCounts now) {
        return new SyncState(
                acked,
                session,
                signature,
                hashState,
                now,
                cleanRequested,
                intervalSeconds,
                lastPreflightAt,
                lastSyncAt,
                nextExpectedAt);
    }

    /** This state after a preflight that was answered with an interval. */
    public SyncState expecting(Instant preflightAt, int seconds) {
        return new SyncState(
                acked,
                session,
                reported,
                hashState,
                counts,
                cleanRequested,
                seconds,
                preflightAt,
                lastSyncAt,
                preflightAt.plusSeconds(seconds));
    }
}
