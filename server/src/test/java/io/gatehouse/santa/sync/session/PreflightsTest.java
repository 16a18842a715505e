package io.gatehouse.santa.sync.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.SyncType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PreflightsTest {

    private static final Instant NOW = Instant.parse("2026-08-01T08:00:00Z");
    private static final UUID POLICY = UUID.randomUUID();
    private static final UUID OTHER_POLICY = UUID.randomUUID();
    private static final int CLASS = 7;
    private static final String AT_5 = "5".repeat(32);
    private static final String AT_9 = "9".repeat(32);
    private static final String STRANGE = "e".repeat(32);
    private static final Held HELD_5 = new Held(POLICY, 5, CLASS, AT_5);
    private static final Held HELD_9 = new Held(POLICY, 9, CLASS, AT_9);
    private static final Target TARGET_5 = new Target(POLICY, 5, CLASS);
    private static final Target TARGET_9 = new Target(POLICY, 9, CLASS);
    private static final RuleCounts SERVED = new RuleCounts(3, 0, 0, 0, 1, 0, 0);
    private static final String SERVED_COUNTS = Signature.of(SERVED);
    private static final Held COUNTED_5 = new Held(POLICY, 5, CLASS, SERVED_COUNTS);
    private static final Held COUNTED_9 = new Held(POLICY, 9, CLASS, SERVED_COUNTS);
    private static final Prediction PREDICTED_9 = new Prediction(9, AT_9, SERVED, true);

    @Test
    void aMacThatHoldsEverythingIsSentNothing() {
        Plan plan = plan(state(HELD_5, HashState.EXACT), TARGET_5, AT_5);

        assertThat(plan.kind()).isNull();
        assertThat(plan.hashState()).isEqualTo(HashState.EXACT);
        assertThat(plan.type()).isEqualTo(SyncType.NORMAL);
    }

    @Test
    void aMacBehindIsSentWhatChanged() {
        Plan plan = plan(state(HELD_5, HashState.EXACT), TARGET_9, AT_5);

        assertThat(plan.kind()).isEqualTo(SessionKind.INCREMENT);
        assertThat(plan.from()).isEqualTo(HELD_5);
    }

    @Test
    void anotherPolicyOrClientClassIsReachedByTheDifference() {
        assertThat(plan(state(HELD_5, HashState.EXACT), new Target(OTHER_POLICY, 5, CLASS), AT_5)
                        .kind())
                .isEqualTo(SessionKind.DIFFERENCE);
        assertThat(plan(state(HELD_5, HashState.EXACT), new Target(POLICY, 5, CLASS + 1), AT_5)
                        .kind())
                .isEqualTo(SessionKind.DIFFERENCE);
    }

    @Test
    void aLostPostflightIsMadeGoodByTheNextReport() {
        Session open = session(SessionKind.INCREMENT, SyncType.NORMAL, HELD_9);

        Plan plan = plan(state(HELD_5, HashState.EXACT).with(HELD_5, open, HashState.EXACT), TARGET_9, AT_9);

        assertThat(plan.kind()).isNull();
        assertThat(plan.from()).isEqualTo(HELD_9);
        assertThat(plan.ended()).isEqualTo(open);
        assertThat(plan.endedWell()).isTrue();
    }

    @Test
    void aChangeThatTheHashDoesNotCoverIsSentAgainAfterALostPostflight() {
        Held sameHash = new Held(POLICY, 9, CLASS, AT_5);
        Session open = session(SessionKind.INCREMENT, SyncType.NORMAL, sameHash);

        Plan plan = plan(state(HELD_5, HashState.EXACT).with(HELD_5, open, HashState.EXACT), TARGET_9, AT_5);

        assertThat(plan.kind()).isEqualTo(SessionKind.INCREMENT);
        assertThat(plan.endedWell()).isFalse();
    }

    @Test
    void aMacOfWhichNothingIsKnownIsSentEverything() {
        assertThat(plan(SyncState.NEW, TARGET_9, STRANGE).kind()).isEqualTo(SessionKind.SNAPSHOT);
    }

    @Test
    void aMacOfWhichNothingIsKnownKeepsItsRulesWhenItsHashProvesThem() {
        Prediction withTexts = new Prediction(9, AT_9, SERVED, false);

        assertThat(plan(SyncState.NEW, TARGET_9, AT_9).from()).isEqualTo(HELD_9);
        assertThat(Preflights.plan(SyncState.NEW, TARGET_9, report(AT_9), () -> withTexts)
                        .kind())
                .isEqualTo(SessionKind.SNAPSHOT);
    }

    @Test
    void aStrangeHashIsHealedOnce() {
        Plan first = plan(state(HELD_9, HashState.EXACT), TARGET_9, STRANGE);
        assertThat(first.kind()).isEqualTo(SessionKind.HEAL);
        assertThat(first.type()).isEqualTo(SyncType.NORMAL);

        SyncState healing = received(begin(state(HELD_9, HashState.EXACT), first, report(STRANGE), HELD_9, 4));
        SyncState healed = end(healing, 4, STRANGE).state();
        assertThat(healed.hashState()).isEqualTo(HashState.DRIFTED);

        Plan second = plan(healed, TARGET_9, STRANGE);
        assertThat(second.kind()).isNull();
        assertThat(second.hashState()).isEqualTo(HashState.DRIFTED);
    }

    @Test
    void aDriftedMacGoesOnWithIncrementsAndIsHealedAgainWhenItsRulesChangeByThemselves() {
        SyncState drifted = state(HELD_5, HashState.DRIFTED).reporting(STRANGE, SERVED);

        assertThat(plan(drifted, TARGET_9, STRANGE).kind()).isEqualTo(SessionKind.INCREMENT);
        assertThat(plan(drifted, TARGET_5, "d".repeat(32)).kind()).isEqualTo(SessionKind.HEAL);
    }

    @Test
    void aMacThatTurnsOutToHoldEverythingCountsAsDone() {
        Plan plan = plan(state(HELD_5, HashState.EXACT), TARGET_9, AT_9);

        assertThat(plan.kind()).isNull();
        assertThat(plan.from()).isEqualTo(HELD_9);
        assertThat(plan.hashState()).isEqualTo(HashState.EXACT);
    }

    @Test
    void rulesMadeAtAStandaloneMacAreTolerated() {
        RuleCounts more = new RuleCounts(5, 0, 0, 1, 1, 0, 0);
        Report report = new Report(STRANGE, more, false, true, false);

        Plan plan = Preflights.plan(state(HELD_9, HashState.EXACT), TARGET_9, report, () -> PREDICTED_9);

        assertThat(plan.kind()).isNull();
        assertThat(plan.hashState()).isEqualTo(HashState.LOCAL_RULES);
    }

    @Test
    void aStandaloneMacThatLacksRulesIsHealed() {
        RuleCounts fewer = new RuleCounts(5, 0, 0, 0, 0, 0, 0);
        Report report = new Report(STRANGE, fewer, false, true, false);

        assertThat(Preflights.plan(state(HELD_9, HashState.EXACT), TARGET_9, report, () -> PREDICTED_9)
                        .kind())
                .isEqualTo(SessionKind.HEAL);
    }

    @Test
    void aStandaloneMacThatHoldsTooLittleIsHealedThoughItSaysTheSameAsBefore() {
        RuleCounts fewer = new RuleCounts(2, 0, 0, 0, 1, 0, 0);
        Report report = new Report(STRANGE, fewer, false, true, false);
        SyncState state = state(HELD_9, HashState.LOCAL_RULES).reporting(STRANGE, fewer);

        Plan plan = Preflights.plan(state, TARGET_9, report, () -> PREDICTED_9);

        assertThat(plan.kind()).isEqualTo(SessionKind.HEAL);
    }

    @Test
    void aStandaloneMacThatHoldsTooLittleAfterHealingIsLeftAlone() {
        RuleCounts fewer = new RuleCounts(2, 0, 0, 0, 1, 0, 0);
        Report report = new Report(STRANGE, fewer, false, true, false);
        Session healed = session(SessionKind.HEAL, SyncType.NORMAL, HELD_9).finished(NOW);
        SyncState state = state(HELD_9, HashState.LOCAL_RULES)
                .with(HELD_9, healed, HashState.LOCAL_RULES)
                .reporting(STRANGE, fewer);

        Plan plan = Preflights.plan(state, TARGET_9, report, () -> PREDICTED_9);

        assertThat(plan.kind()).isNull();
        assertThat(plan.hashState()).isEqualTo(HashState.DRIFTED);
    }

    @Test
    void onlyAMacOrAnAdminCanAskForACleanSync() {
        Report asked = new Report(AT_5, SERVED, true, false, false);
        Plan byMac = Preflights.plan(state(HELD_5, HashState.EXACT), TARGET_9, asked, () -> PREDICTED_9);
        assertThat(byMac.kind()).isEqualTo(SessionKind.CLEAN);
        assertThat(byMac.type()).isEqualTo(SyncType.CLEAN);

        SyncState wished = cleanRequested(SyncType.CLEAN_ALL);
        assertThat(plan(wished, TARGET_5, AT_5).type()).isEqualTo(SyncType.CLEAN_ALL);
    }

    @Test
    void aWishIsNotFulfilledTwiceWhenOnlyThePostflightWasLost() {
        Session open = session(SessionKind.CLEAN, SyncType.CLEAN, HELD_9);
        SyncState state = received(cleanRequested(SyncType.CLEAN).with(HELD_5, open, HashState.HEALING));

        Plan plan = plan(state, TARGET_9, AT_9);

        assertThat(plan.kind()).isNull();
        assertThat(plan.cleaned()).containsExactly(SyncType.CLEAN);
    }

    @Test
    void clientsWithoutAnExactHashAreRecognizedByTheirNumbers() {
        Held byCounts = new Held(POLICY, 9, CLASS, Signature.of(SERVED));
        Report same = new Report(Signature.of(SERVED), SERVED, false, false, false);
        Report other = new Report(Signature.of(RuleCounts.NONE), RuleCounts.NONE, false, false, false);

        Plan plan = Preflights.plan(state(byCounts, HashState.COUNTS), TARGET_9, same, () -> PREDICTED_9);
        assertThat(plan.kind()).isNull();
        assertThat(plan.hashState()).isEqualTo(HashState.COUNTS);
        assertThat(Preflights.plan(state(byCounts, HashState.COUNTS), TARGET_9, other, () -> PREDICTED_9)
                        .kind())
                .isEqualTo(SessionKind.HEAL);
    }

    @Test
    void anUpdatedClientThatReportsOtherwiseKeepsWhatItAcknowledged() {
        Held byCounts = new Held(POLICY, 9, CLASS, Signature.of(SERVED));

        assertThat(plan(state(byCounts, HashState.COUNTS), TARGET_9, AT_9).kind())
                .isNull();
    }

    @Test
    void aSessionThatWouldSendNothingIsNotBegun() {
        SyncState state = state(HELD_5, HashState.EXACT);
        Plan plan = plan(state, TARGET_9, AT_5);

        SyncState next = begin(state, plan, report(AT_5), new Held(POLICY, 9, CLASS, AT_5), 0);

        assertThat(next.openSession()).isNull();
        assertThat(next.acked().sequence()).isEqualTo(9);
        assertThat(next.hashState()).isEqualTo(HashState.EXACT);
    }

    @Test
    void aPostflightOfAnotherSyncDoesNotAcknowledgeThisOne() {
        SyncState state = state(HELD_5, HashState.EXACT)
                .with(HELD_5, session(SessionKind.INCREMENT, SyncType.NORMAL, HELD_9), HashState.EXACT);

        Postflights.Outcome late = end(state, 4, AT_5);

        assertThat(late.ended()).isNull();
        assertThat(late.state()).isEqualTo(state);
        assertThat(end(late.state(), 4, AT_9).state().acked())
                .as("the true end")
                .isEqualTo(HELD_9);
    }

    @Test
    void aRepeatedPostflightChangesNothing() {
        SyncState state = state(HELD_5, HashState.EXACT)
                .with(HELD_5, session(SessionKind.INCREMENT, SyncType.NORMAL, HELD_9), HashState.EXACT);
        Postflights.Outcome once = end(state, 4, AT_9);
        assertThat(once.ended()).isNotNull();
        assertThat(once.state().hashState()).isEqualTo(HashState.EXACT);

        Postflights.Outcome twice = end(once.state(), 4, AT_9);

        assertThat(twice.ended()).isNull();
        assertThat(twice.state()).isEqualTo(once.state());
    }

    @Test
    void lateCopiesOfAnotherSyncDoNotAcknowledgeRulesThatAClientWithoutAnExactHashNeverGot() {
        SyncState state = state(COUNTED_5, HashState.COUNTS);
        Plan plan = plan(state, TARGET_9, SERVED_COUNTS);
        SyncState begun = begin(state, plan, report(SERVED_COUNTS), COUNTED_9, 1);
        assertThat(begun.needsReceipt()).isTrue();

        assertThat(end(begun, 1, "").ended()).as("a late end").isNull();

        assertThat(plan(begun, TARGET_9, SERVED_COUNTS).kind()).isEqualTo(SessionKind.INCREMENT);
        assertThat(end(received(begun), 1, "").state().acked())
                .as("the true end")
                .isEqualTo(COUNTED_9);
    }

    @Test
    void aLateReportWithTheNumbersThatASessionLeadsToDoesNotAcknowledgeIt() {
        Held more = new Held(POLICY, 9, CLASS, "counts:4/0/1/0/0");
        SyncState open = state(COUNTED_5, HashState.COUNTS)
                .with(COUNTED_5, session(SessionKind.INCREMENT, SyncType.NORMAL, more), HashState.COUNTS);

        assertThat(plan(open, TARGET_9, more.signature()).endedWell()).isFalse();
        assertThat(plan(received(open), TARGET_9, more.signature()).endedWell()).isTrue();
    }

    @Test
    void lateCopiesDoNotAcknowledgeRulesThatAMacWithRulesOfItsOwnNeverGot() {
        SyncState open = state(HELD_5, HashState.LOCAL_RULES)
                .with(HELD_5, session(SessionKind.INCREMENT, SyncType.NORMAL, HELD_9), HashState.LOCAL_RULES);

        assertThat(end(open, 4, STRANGE).ended()).isNull();
        assertThat(end(received(open), 4, STRANGE).state().acked()).isEqualTo(HELD_9);
    }

    @Test
    void aLateEndDoesNotAcknowledgeTextsThatTheHashDoesNotCover() {
        Held otherTexts = new Held(POLICY, 9, CLASS, AT_5);
        SyncState open = state(HELD_5, HashState.EXACT)
                .with(HELD_5, session(SessionKind.INCREMENT, SyncType.NORMAL, otherTexts), HashState.EXACT);

        assertThat(end(open, 4, AT_5).ended()).isNull();
        assertThat(end(received(open), 4, AT_5).state().acked()).isEqualTo(otherTexts);
    }

    @Test
    void aHashThatTellsNeedsNoReceipt() {
        SyncState open = state(HELD_5, HashState.EXACT)
                .with(HELD_5, session(SessionKind.INCREMENT, SyncType.NORMAL, HELD_9), HashState.EXACT);
        SyncState first = SyncState.NEW.with(
                Held.UNKNOWN, session(SessionKind.SNAPSHOT, SyncType.NORMAL, HELD_9), HashState.UNKNOWN);

        assertThat(open.needsReceipt()).isFalse();
        assertThat(first.needsReceipt()).isFalse();
        assertThat(state(COUNTED_5, HashState.COUNTS).needsReceipt())
                .as("no session")
                .isFalse();
    }

    @Test
    void aMacThatDidNotCleanAsToldHasNotTakenTheSession() {
        SyncState state = received(state(HELD_5, HashState.EXACT)
                .with(HELD_5, session(SessionKind.CLEAN, SyncType.CLEAN, HELD_9), HashState.HEALING));
        var normal = new Postflights.Ending(4, 4, EnumValue.of(SyncType.NORMAL), STRANGE, false);
        var thorough = new Postflights.Ending(4, 4, EnumValue.of(SyncType.CLEAN_ALL), AT_9, false);

        assertThat(Postflights.end(state, normal, NOW).ended()).isNull();
        Postflights.Outcome outcome = Postflights.end(state, thorough, NOW);
        assertThat(outcome.ended()).isNotNull();
        assertThat(outcome.cleaned()).isEqualTo(List.of(SyncType.CLEAN, SyncType.CLEAN_ALL));
    }

    private static Postflights.Outcome end(SyncState state, long received, String hash) {
        return Postflights.end(
                state, new Postflights.Ending(received, received, EnumValue.of(SyncType.NORMAL), hash, false), NOW);
    }

    private static SyncState begin(SyncState state, Plan plan, Report report, Held reached, int rules) {
        return Preflights.begin(state, plan, report, reached, rules, NOW, UUID.randomUUID(), "JSON gzip");
    }

    private static Plan plan(SyncState state, Target target, String reported) {
        return Preflights.plan(state, target, report(reported), () -> PREDICTED_9);
    }

    private static Report report(String signature) {
        return new Report(signature, SERVED, false, false, false);
    }

    private static SyncState state(Held held, HashState hash) {
        return SyncState.NEW.with(held, null, hash).reporting(held.signature(), SERVED);
    }

    private static SyncState cleanRequested(SyncType type) {
        return new SyncState(HELD_5, null, AT_5, HashState.EXACT, SERVED, type, 240, NOW, NOW, NOW);
    }

    /** The Mac showed that it got all rules of the session. */
    private static SyncState received(SyncState state) {
        Session open = Objects.requireNonNull(state.openSession());
        Session received = new Session(
                open.id(),
                open.kind(),
                open.type(),
                open.target(),
                open.rules(),
                open.requestedClean(),
                open.pushed(),
                open.startedAt(),
                open.hashBefore(),
                open.encoding(),
                true,
                null);
        return state.with(state.acked(), received, state.hashState());
    }

    private static Session session(SessionKind kind, SyncType type, Held target) {
        return new Session(UUID.randomUUID(), kind, type, target, 4, false, false, NOW, AT_5, "JSON gzip", false, null);
    }
}
