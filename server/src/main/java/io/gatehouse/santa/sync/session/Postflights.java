package io.gatehouse.santa.sync.session;

import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what the end of a sync proves. */
public final class Postflights {

    /**
     * What a Mac says at the end of a sync.
     *
     * @param type what it made of the sync; absent from clients that do not say
     * @param hash exact hash; empty from clients that do not report one
     */
    public record Ending(long received, long processed, EnumValue<SyncType> type, String hash, boolean standalone) {}

    /**
     * What follows.
     *
     * @param ended the session whose rules are now known to be on the Mac; null when there is none
     * @param cleaned requests of an admin that it fulfilled
     */
    public record Outcome(SyncState state, @Nullable Session ended, List<SyncType> cleaned) {}

    private Postflights() {}

    /** Decides; a repeated ending changes nothing. */
    public static Outcome end(SyncState state, Ending ending, Instant now) {
        Session session = state.openSession();
        if (session == null) {
            return new Outcome(state, null, List.of());
        }
        boolean proven = Signature.isExact(session.target().signature())
                && session.target().signature().equals(ending.hash());
        boolean fits = proven || (typeFits(session, ending) && countFits(state, session, ending));
        if (!fits || !state.believesFigures()) {
            // Perhaps the late end of another sync: the true one may still come, and the next report will tell.
            return new Outcome(state, null, List.of());
        }
        HashState hash = hashState(state, session, ending, proven);
        SyncState next = state.with(session.target(), session.finished(now), hash);
        return new Outcome(
                ending.hash().isEmpty() ? next : next.reporting(ending.hash(), state.counts()),
                session,
                cleaned(session, ending));
    }

    private static HashState hashState(SyncState state, Session session, Ending ending, boolean proven) {
        if (proven) {
            return HashState.EXACT;
        }
        if (ending.hash().isEmpty() || !Signature.isExact(session.target().signature())) {
            return session.kind().isWhole() ? HashState.UNKNOWN : state.hashState();
        }
        if (session.kind().isWhole()) {
            return ending.standalone() ? HashState.LOCAL_RULES : HashState.DRIFTED;
        }
        return state.hashState() == HashState.EXACT ? HashState.UNKNOWN : state.hashState();
    }

    /** The number alone convinces only where the hash cannot, or may differ for other reasons. */
    private static boolean countFits(SyncState state, Session session, Ending ending) {
        boolean hashDecides = !state.needsReceipt() && !session.kind().isWhole();
        return !hashDecides && ending.received() == session.rules();
    }

    /** A Mac may clean more thoroughly than it was told, never less. */
    private static boolean typeFits(Session session, Ending ending) {
        SyncType type = ending.type().known();
        return type == null
                || type == session.type()
                || (session.type() == SyncType.CLEAN && type == SyncType.CLEAN_ALL);
    }

    private static List<SyncType> cleaned(Session session, Ending ending) {
        boolean all = session.type() == SyncType.CLEAN_ALL || ending.type().known() == SyncType.CLEAN_ALL;
        if (all) {
            return List.of(SyncType.CLEAN, SyncType.CLEAN_ALL);
        }
        return session.type() == SyncType.CLEAN ? List.of(SyncType.CLEAN) : List.of();
    }
}
