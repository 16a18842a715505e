package io.gatehouse.santa.sync.session;

import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what a beginning sync sends. */
public final class Preflights {

    private Preflights() {}

    /**
     * Decides from what the Mac reports.
     *
     * @param prediction for the target; asked only when it matters
     */
    public static Plan plan(SyncState state, Target target, Report report, Supplier<Prediction> prediction) {
        Session open = state.openSession();
        boolean arrived = open != null && arrived(state, open, report);
        Held held = arrived && open != null ? open.target() : state.acked();
        boolean cleaned = arrived && open != null && open.type() != SyncType.NORMAL;
        SyncType asked = cleaned ? null : state.cleanRequested();
        if (report.wantsClean() || asked != null) {
            SyncType type = asked == null ? SyncType.CLEAN : asked;
            return new Plan(held, SessionKind.CLEAN, type, HashState.HEALING, open, arrived);
        }
        Verdict verdict = verdict(state, held, target, report, prediction);
        return new Plan(verdict.held, verdict.kind, SyncType.NORMAL, verdict.hashState, open, arrived);
    }

    /** Decides for a Mac that was told to fetch rules, and says nothing of those that it has. */
    public static Plan pushed(SyncState state, Target target) {
        Held held = state.acked();
        SessionKind kind = held.policy() == null ? SessionKind.SNAPSHOT : next(held, target);
        return new Plan(held, kind, SyncType.NORMAL, state.hashState(), state.openSession(), false);
    }

    /**
     * Begins the session that was planned, once it is known what it contains.
     *
     * @param rules how many it sends; 0 means that there is nothing to wait for
     * @param reached the target with the signature that this client will report
     */
    public static SyncState begin(
            SyncState state, Plan plan, Report report, Held reached, int rules, Instant now, UUID id, String encoding) {
        SyncState reporting = state.reporting(report.signature(), report.counts());
        if (plan.kind() == null) {
            Session last = plan.ended() == null ? state.session() : plan.ended().finished(now);
            return reporting.with(plan.from(), last, plan.hashState());
        }
        if (rules == 0) {
            HashState unmatched = plan.kind().isWhole() ? unhealed(report) : plan.hashState();
            return reporting.with(reached, null, report.is(reached.signature()) ? report.matched() : unmatched);
        }
        Session session = new Session(
                id,
                plan.kind(),
                plan.type(),
                reached,
                rules,
                report.wantsClean(),
                report.pushed(),
                now,
                report.signature(),
                encoding,
                false,
                null);
        return reporting.with(plan.from(), session, plan.hashState());
    }

    private record Verdict(Held held, @Nullable SessionKind kind, HashState hashState) {}

    /** A lost postflight: what the Mac reports can only come from that session. */
    private static boolean arrived(SyncState state, Session open, Report report) {
        return report.is(open.target().signature()) && !report.is(state.acked().signature()) && state.believesFigures();
    }

    private static Verdict verdict(
            SyncState state, Held held, Target target, Report report, Supplier<Prediction> prediction) {
        if (report.is(held.signature()) || isIncomparable(held, report)) {
            return new Verdict(
                    held, next(held, target), report.is(held.signature()) ? report.matched() : HashState.UNKNOWN);
        }
        boolean asBefore = held.policy() != null && report.is(state.reported());
        if (asBefore && state.hashState() == HashState.DRIFTED) {
            return new Verdict(held, next(held, target), HashState.DRIFTED);
        }
        Prediction predicted = prediction.get();
        boolean allSent = held.isOf(target) && held.sequence() == target.head();
        boolean enough = !allSent || report.counts().covers(predicted.counts());
        if (asBefore && state.hashState() == HashState.LOCAL_RULES && enough) {
            return new Verdict(held, next(held, target), HashState.LOCAL_RULES);
        }
        boolean proven = held.policy() != null || predicted.textless();
        if (proven && Signature.isExact(report.signature()) && report.is(predicted.hash())) {
            Held reached = new Held(target.policy(), predicted.head(), target.ruleClass(), predicted.hash());
            return new Verdict(reached, null, HashState.EXACT);
        }
        if (held.policy() == null) {
            return new Verdict(held, SessionKind.SNAPSHOT, HashState.UNKNOWN);
        }
        if (report.standalone() && enough) {
            return new Verdict(held, next(held, target), HashState.LOCAL_RULES);
        }
        if (wasHealed(state, asBefore)) {
            return new Verdict(held, next(held, target), HashState.DRIFTED);
        }
        return new Verdict(held, SessionKind.HEAL, HashState.HEALING);
    }

    /** The client was updated to one that reports otherwise: what it acknowledged still counts. */
    private static boolean isIncomparable(Held held, Report report) {
        return held.policy() != null && !Signature.comparable(held.signature(), report.signature());
    }

    /** Whether everything was sent just now and arrived, and no report has matched, or said something new, since. */
    private static boolean wasHealed(SyncState state, boolean asBefore) {
        Session last = state.session();
        boolean unsettled = switch (state.hashState()) {
            case UNKNOWN, HEALING -> true;
            case LOCAL_RULES -> asBefore;
            case EXACT, COUNTS, DRIFTED -> false;
        };
        return unsettled
                && last != null
                && !last.isOpen()
                && last.kind().isWhole()
                && last.target().equals(state.acked());
    }

    private static HashState unhealed(Report report) {
        return report.standalone() ? HashState.LOCAL_RULES : HashState.DRIFTED;
    }

    private static @Nullable SessionKind next(Held held, Target target) {
        if (!held.isOf(target)) {
            return SessionKind.DIFFERENCE;
        }
        return held.sequence() == target.head() ? null : SessionKind.INCREMENT;
    }
}
