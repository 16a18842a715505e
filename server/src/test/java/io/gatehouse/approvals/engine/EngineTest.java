package io.gatehouse.approvals.engine;

import static io.gatehouse.approvals.engine.Histories.ALICE;
import static io.gatehouse.approvals.engine.Histories.BOB;
import static io.gatehouse.approvals.engine.Histories.CAROL;
import static io.gatehouse.approvals.engine.Histories.CONTENT;
import static io.gatehouse.approvals.engine.Histories.NOW;
import static io.gatehouse.approvals.engine.Histories.approve;
import static io.gatehouse.approvals.engine.Histories.approver;
import static io.gatehouse.approvals.engine.Histories.deny;
import static io.gatehouse.approvals.engine.Histories.policy;
import static io.gatehouse.approvals.engine.Histories.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.Statement;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each command does, one by one. */
final class EngineTest {

    private final Request open = submitted(Policy.DEFAULT);

    @Test
    void oneApprovalOfAHolderClosesARequestUnderTheDefaultPolicy() {
        Request after = accepted(open, approve(approver(BOB)));
        assertThat(after.state()).isEqualTo(RequestState.APPROVED);
        assertThat(after.stages()).allMatch(stage -> stage.state() == Stage.State.SATISFIED);
        assertThat(after.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.person()).isEqualTo(BOB);
            assertThat(decision.authority()).isEqualTo("permission:request.decide");
            assertThat(decision.content()).isEqualTo(CONTENT);
        });
    }

    @Test
    void nobodyDecidesTheirOwnRequestWhateverTheyHold() {
        assertThat(refusal(open, approve(approver(ALICE)))).isInstanceOf(Refusal.OwnRequest.class);
        assertThat(refusal(open, deny(approver(ALICE)))).isInstanceOf(Refusal.OwnRequest.class);
    }

    @Test
    void whoDoesNotHoldThePermissionIsNoApprover() {
        Approver reader = new Approver(BOB, "Bob", Set.of(Permission.REQUEST_READ, Permission.REQUEST_CREATE));
        assertThat(refusal(open, approve(reader))).isInstanceOf(Refusal.NotAnApprover.class);
    }

    @Test
    void aLateVerdictLearnsWhoDecided() {
        Request denied = accepted(open, deny(approver(BOB)));
        assertThat(denied.state()).isEqualTo(RequestState.REJECTED);
        assertThat(refusal(denied, approve(approver(CAROL))))
                .isEqualTo(new Refusal.AlreadyDecided(RequestState.REJECTED, "Bob"));
    }

    @Test
    void aDecisionIsBoundToTheContentSeen() {
        ContentHash other = new ContentHash("b".repeat(64));
        var command = new Command.Approve(Ids.next(), approver(BOB), other, Map.of(), null, NOW);
        assertThat(refusal(open, command)).isInstanceOf(Refusal.ContentChanged.class);
    }

    @Test
    void denyingNeedsAReason() {
        var command = new Command.Deny(Ids.next(), approver(BOB), CONTENT, null, NOW);
        assertThat(refusal(open, command)).isInstanceOf(Refusal.ReasonMissing.class);
    }

    @Test
    void onlyTheRequesterWithdrawsAndOnlyWhileItIsOpen() {
        assertThat(refusal(open, new Command.Withdraw(BOB, NOW))).isInstanceOf(Refusal.NotTheRequester.class);
        Request withdrawn = accepted(open, new Command.Withdraw(ALICE, NOW));
        assertThat(withdrawn.state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(withdrawn.stages()).allMatch(stage -> stage.state() == Stage.State.CANCELLED);
        assertThat(refusal(withdrawn, approve(approver(BOB))))
                .isEqualTo(new Refusal.AlreadyDecided(RequestState.WITHDRAWN, null));
        assertThat(refusal(withdrawn, new Command.Withdraw(ALICE, NOW))).isInstanceOf(Refusal.AlreadyDecided.class);
    }

    @Test
    void aStageOfTwoNeedsTwoDifferentPeopleWhoChoseTheSame() {
        Request half = accepted(submitted(policy(2)), approve(approver(BOB)));
        assertThat(half.state()).isEqualTo(RequestState.IN_REVIEW);
        assertThat(refusal(half, approve(approver(BOB)))).isInstanceOf(Refusal.AlreadyDecidedByYou.class);
        var other = new Command.Approve(Ids.next(), approver(CAROL), CONTENT, Map.of("scope", "TAG"), null, NOW);
        assertThat(refusal(half, other)).isEqualTo(new Refusal.TermsDiffer("Bob"));
        assertThat(accepted(half, approve(approver(CAROL))).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void stagesFollowOneAnotherAndOneHumanCountsOnceInAll() {
        Request second = accepted(submitted(policy(1, 1)), approve(approver(BOB)));
        assertThat(second.stages()).extracting(Stage::state).containsExactly(Stage.State.SATISFIED, Stage.State.ACTIVE);
        assertThat(refusal(second, approve(approver(BOB)))).isInstanceOf(Refusal.AlreadyDecidedByYou.class);
        assertThat(accepted(second, deny(approver(CAROL))).state()).isEqualTo(RequestState.REJECTED);
    }

    @Test
    void beforeSubmissionThereIsNothingToDecide() {
        assertThat(refusal(new State.None(), approve(approver(BOB)))).isInstanceOf(Refusal.NoSuchRequest.class);
        assertThat(refusal(new State.None(), new Command.Withdraw(BOB, NOW))).isInstanceOf(Refusal.NoSuchRequest.class);
        assertThat(refusal(open, Histories.submit(Policy.DEFAULT))).isInstanceOf(Refusal.AlreadySubmitted.class);
    }

    @Test
    void aPolicyThatWouldLetTheRequesterDecideIsRefused() {
        List<Policy.Stage> stages = Policy.DEFAULT.stages();
        assertThatThrownBy(() -> new Policy("Anybody", Set.of(), stages)).hasMessageContaining("REQUESTER");
        Set<Policy.Exclusion> excluded = Policy.DEFAULT.excluded();
        assertThatThrownBy(() -> new Policy("Nobody", excluded, List.of())).hasMessageContaining("stages");
    }

    @Test
    void aStatementIsPlainTextOfTenToTwoThousandCharacters() {
        assertThat(Statement.of("reason", "  <b>needed for work</b>\n").text()).isEqualTo("<b>needed for work</b>");
        for (String wrong : new String[] {
            null,
            "",
            "too short",
            "x".repeat(2_001),
            "needed\u0000for work",
            "needed\u202efor work",
            "needed\u001b[31mfor work",
            "needed for work\ud800"
        }) {
            assertThatThrownBy(() -> Statement.of("reason", wrong)).hasMessageStartingWith("reason must");
        }
    }

    private static Request accepted(State state, Command command) {
        return Evolution.apply(state, ((Answer.Accepted) Engine.decide(state, command)).events());
    }

    private static Refusal refusal(State state, Command command) {
        return ((Answer.Refused) Engine.decide(state, command)).refusal();
    }
}
