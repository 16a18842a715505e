package io.gatehouse.approvals.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.policy.Edit;
import io.gatehouse.approvals.policy.Emergency;
import io.gatehouse.approvals.policy.Escalation;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Requirement;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.approvals.policy.Step;
import io.gatehouse.approvals.policy.Veto;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the engine does, case by case. */
final class EngineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final ContentHash CONTENT = new ContentHash("a".repeat(64));
    private static final ContentHash EDITED = new ContentHash("b".repeat(64));
    private static final Means MEANS = new Means(Means.Channel.CONSOLE, Means.Factor.SECOND);
    private static final Statement WORDS = Statement.of("reason", "It opens a back door");

    private static final Human ALICE = human("Alice");
    private static final Human BOB = human("Bob");
    private static final Human CAROL = human("Carol");
    private static final Human DAVE = human("Dave");
    private static final Human ERIN = human("Erin");

    private static Human human(String name) {
        return new Human(new PersonId(Ids.next()), name, Set.of());
    }

    @Test
    void bothOfTwoGroupsMustAgreeAndOnePersonCountsForOneOfThem() {
        Group security = group("Security", new Quorum.Minimum(1));
        Group legal = group("Legal", new Quorum.Minimum(1));
        Desk desk = new Desk(path(stage("one", new Requirement.All(List.of(security, legal)))));
        desk.staff("Security", BOB, CAROL).staff("Legal", BOB);
        desk.begin();
        desk.approve(BOB);
        assertThat(desk.request.decisions().getLast().group())
                .as("Bob counts where nobody else could")
                .isEqualTo("Legal");
        assertThat(desk.refused(approval(desk, BOB))).isInstanceOf(Refusal.AlreadyDecidedByYou.class);
        desk.approve(CAROL);
        assertThat(desk.conclude().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void aShareIsOfThoseWhoBelongedWhenTheStageBeganAndDidNotAbstain() {
        Desk desk = new Desk(path(stage("one", group("Board", new Quorum.Percent(60)))));
        desk.staff("Board", BOB, CAROL, DAVE).begin();
        desk.approve(BOB);
        assertThat(desk.request.isComplete()).as("one of three").isFalse();
        desk.accept(new Command.Abstain(Ids.next(), desk.own(CAROL), CONTENT, MEANS, null, NOW));
        assertThat(desk.request.isComplete()).as("one of two").isFalse();
        desk.staff("Board", BOB, CAROL, DAVE, ERIN);
        assertThat(desk.refused(approval(desk, ERIN)))
                .as("Erin joined later")
                .isInstanceOf(Refusal.NotAnApprover.class);
        desk.approve(DAVE);
        assertThat(desk.request.isComplete()).isTrue();
    }

    @Test
    void whereRefusalsCountTheRequestEndsWhenItCannotBeMetAnyMore() {
        StagePlan plan = new StagePlan(
                "one", "One", Set.of(), null, group("Board", new Quorum.Minimum(2)), Veto.COUNTS, Set.of(), List.of());
        Desk desk = new Desk(path(plan));
        desk.staff("Board", BOB, CAROL, DAVE).begin();
        desk.accept(denial(desk, BOB));
        assertThat(desk.request.isOpen()).isTrue();
        desk.accept(denial(desk, CAROL));
        assertThat(desk.request.state()).isEqualTo(RequestState.REJECTED);
    }

    @Test
    void aDelegateDecidesInThePlaceOfTheMemberAndBothHaveSpoken() {
        Desk desk = new Desk(path(stage("one", group("Board", new Quorum.Minimum(2)))));
        desk.staff("Board", BOB, CAROL).begin();
        Standing.Handover handover = new Standing.Handover(Ids.next(), DAVE, NOW.plus(Duration.ofDays(1)));
        desk.accept(approval(DAVE, List.of(new Standing("one", "Board", BOB, List.of(handover), "person"))));
        Decision made = desk.request.decisions().getLast();
        assertThat(List.of(made.personName(), made.memberName())).containsExactly("Dave", "Bob");
        assertThat(made.delegations()).containsExactly(handover.delegation());
        assertThat(desk.refused(approval(desk, BOB))).isInstanceOf(Refusal.AlreadyDecidedByYou.class);
        assertThat(desk.refused(approval(ERIN, List.of(new Standing("one", "Board", DAVE, List.of(), "person")))))
                .as("Dave has spoken")
                .isInstanceOf(Refusal.AlreadyDecidedFor.class);
    }

    @Test
    void noDelegationLeadsAroundTheRequester() {
        Desk desk = new Desk(path(stage("one", group("Board", new Quorum.Minimum(1)))));
        desk.staff("Board", BOB, ALICE).begin();
        assertThat(desk.refused(approval(desk, ALICE))).isInstanceOf(Refusal.OwnRequest.class);
        var forAlice = List.of(new Standing.Handover(Ids.next(), DAVE, NOW.plus(Duration.ofDays(1))));
        assertThat(desk.refused(approval(DAVE, List.of(new Standing("one", "Board", ALICE, forAlice, "person")))))
                .isEqualTo(new Refusal.Tied(Separation.REQUESTER, "Alice"));
        var through = List.of(
                new Standing.Handover(Ids.next(), ALICE, NOW.plus(Duration.ofDays(1))),
                new Standing.Handover(Ids.next(), DAVE, NOW.plus(Duration.ofDays(1))));
        assertThat(desk.refused(approval(DAVE, List.of(new Standing("one", "Board", BOB, through, "person")))))
                .as("Alice hands on what Bob gave her")
                .isEqualTo(new Refusal.Tied(Separation.REQUESTER, "Alice"));
    }

    @Test
    void stagesBeginWhenThoseBeforeThemHaveEnded() {
        StagePlan last = new StagePlan(
                "last",
                "Last",
                Set.of("left", "right"),
                null,
                group("Last", new Quorum.Minimum(1)),
                Veto.ENDS,
                Set.of(),
                List.of());
        Desk desk = new Desk(path(
                stage("left", group("Left", new Quorum.Minimum(1))),
                stage("right", group("Right", new Quorum.Minimum(1))),
                last));
        desk.staff("Left", BOB).staff("Right", CAROL).staff("Last", DAVE).begin();
        assertThat(desk.refused(approval(desk, DAVE))).isInstanceOf(Refusal.NotAnApprover.class);
        desk.approve(CAROL);
        desk.approve(BOB);
        assertThat(desk.request.due()).extracting(Stage::id).containsExactly("last");
        desk.begin();
        desk.approve(DAVE);
        assertThat(desk.request.isComplete()).isTrue();
    }

    @Test
    void aMaterialEditVoidsAgreementsAndAStageMayKeepThemOverMereWords() {
        StagePlan keeping = new StagePlan(
                "one",
                "One",
                Set.of(),
                null,
                group("Board", new Quorum.Minimum(2)),
                Veto.ENDS,
                Set.of(Edit.COSMETIC),
                List.of());
        Desk desk = new Desk(path(keeping));
        desk.staff("Board", BOB, CAROL).begin();
        desk.approve(BOB);
        desk.accept(new Command.AskBack(Ids.next(), desk.own(CAROL), CONTENT, MEANS, WORDS, NOW));
        assertThat(desk.refused(approval(desk, CAROL))).isInstanceOf(Refusal.WaitsForRequester.class);
        desk.accept(revision(desk, Edit.COSMETIC));
        assertThat(desk.request.standing()).hasSize(1);
        assertThat(desk.request.content().version()).isEqualTo(2);
        desk.accept(revision(desk, Edit.MATERIAL));
        assertThat(desk.request.standing()).isEmpty();
        assertThat(desk.request.due()).hasSize(1);
        assertThat(desk.refused(new Command.Approve(Ids.next(), desk.own(BOB), CONTENT, MEANS, Map.of(), null, NOW)))
                .as("nothing is asked until the stage begins anew")
                .isInstanceOf(Refusal.NotAnApprover.class);
    }

    @Test
    void nothingIsCarriedOutOnOtherContentNorOnARightThatIsGone() {
        Desk desk = new Desk(path(stage("one", group("Board", new Quorum.Minimum(1)))));
        desk.staff("Board", BOB, CAROL).begin();
        desk.approve(BOB);
        assertThat(desk.refused(new Command.Conclude(EDITED, Set.of(), NOW)))
                .isInstanceOf(Refusal.ContentChanged.class);
        Decision bob = desk.request.decisions().getLast();
        desk.accept(new Command.Conclude(CONTENT, Set.of(bob.id()), NOW));
        assertThat(desk.request.isOpen()).isTrue();
        assertThat(desk.request.standing()).isEmpty();
        desk.begin();
        desk.approve(CAROL);
        assertThat(desk.conclude().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void anAgreementThatIsTooOldIsAskedForAgain() {
        Desk desk = new Desk(path(stage("one", group("Board", new Quorum.Minimum(1)))));
        desk.staff("Board", BOB).begin();
        desk.approve(BOB);
        desk.accept(new Command.Conclude(
                CONTENT, Set.of(), NOW.plus(Paths.FRESHNESS).plusSeconds(1)));
        assertThat(desk.request.standing()).isEmpty();
        assertThat(desk.request.due()).hasSize(1);
    }

    @Test
    void silenceBringsOthersAndAtLastTheEndButNeverAnApproval() {
        List<Escalation> escalations = List.of(
                new Escalation(Duration.ofHours(1), new Step.Remind()),
                new Escalation(Duration.ofHours(2), new Step.Replace("Board", Paths.SEATS)),
                new Escalation(Duration.ofHours(3), new Step.Expire()));
        StagePlan plan = new StagePlan(
                "one", "One", Set.of(), null, group("Board", new Quorum.Everyone()), Veto.ENDS, Set.of(), escalations);
        Desk desk = new Desk(path(plan));
        desk.staff("Board", BOB, CAROL).begin();
        desk.approve(BOB);
        desk.accept(new Command.Escalate("one", 0, Map.of(), NOW));
        assertThat(desk.refused(new Command.Escalate("one", 0, Map.of(), NOW)))
                .as("once, on however many nodes")
                .isInstanceOf(Refusal.NotDue.class);
        desk.accept(new Command.Escalate("one", 1, Map.of("Board", roster(DAVE)), NOW));
        assertThat(desk.request.isComplete())
                .as("Carol is replaced, not left out")
                .isFalse();
        desk.staff("Board", DAVE);
        desk.accept(new Command.Escalate("one", 2, Map.of(), NOW));
        assertThat(desk.request.state()).isEqualTo(RequestState.EXPIRED);
    }

    @Test
    void anEmergencyIsCarriedOutFirstAndRatifiedOrRepudiatedLater() {
        Emergency emergency = new Emergency(
                Set.of(Role.SECURITY_ADMIN), group("Reviewers", new Quorum.Minimum(1)), Duration.ofDays(3));
        Path path = new Path(
                List.of(stage("one", group("Board", new Quorum.Minimum(1)))),
                Set.of(Separation.REQUESTER),
                Paths.EXPIRY,
                Paths.FRESHNESS,
                emergency);
        assertThat(Desk.answer(new State.None(), submission(path, true, Set.of(Role.END_USER))))
                .isEqualTo(new Answer.Refused(new Refusal.NoEmergency()));
        Desk desk = new Desk(submission(path, true, Set.of(Role.SECURITY_ADMIN)));
        assertThat(desk.request.state()).isEqualTo(RequestState.POST_REVIEW);
        desk.staff("Reviewers", BOB).begin();
        assertThat(desk.refused(new Command.Withdraw(ALICE.person(), NOW))).isInstanceOf(Refusal.CarriedOut.class);
        Desk silent = new Desk(submission(path, true, Set.of(Role.SECURITY_ADMIN)));
        silent.staff("Reviewers", BOB).begin();
        desk.approve(BOB);
        assertThat(desk.conclude().state()).isEqualTo(RequestState.RATIFIED);
        silent.accept(new Command.Escalate("review", 0, Map.of(), NOW.plus(Duration.ofDays(3))));
        assertThat(silent.request.state()).isEqualTo(RequestState.REPUDIATED);
    }

    @Test
    void whatLeavesNobodyToAskIsNoApproval() {
        Path path = path(stage("one", group("Board", new Quorum.Minimum(1))));
        Command.Submit submit = submission(path, false, Set.of());
        Command skipping = new Command.Submit(submit.ask(), CONTENT, path, Map.of("one", "not risky"), Set.of());
        assertThat(Desk.answer(new State.None(), skipping)).isEqualTo(new Answer.Refused(new Refusal.NobodyToAsk()));
    }

    @Test
    void whatWasDecidedBeforehandAsksNobodyAndSaysWhy() {
        Path path = path(
                stage("one", group("Board", new Quorum.Minimum(1))),
                stage("two", group("Board", new Quorum.Minimum(1))));
        Ask ask = submission(path, false, Set.of()).ask();
        Command take = new Command.Take(ask, CONTENT, path, "By the board, last year");
        Request taken =
                Evolution.apply(new State.None(), ((Answer.Accepted) Desk.answer(new State.None(), take)).events());
        assertThat(taken.due()).isEmpty();
        assertThat(taken.stages()).extracting(Stage::skipped).containsOnly("By the board, last year");
        assertThat(Desk.answer(taken, new Command.Conclude(EDITED, Set.of(), NOW)))
                .isEqualTo(new Answer.Refused(new Refusal.ContentChanged()));
        assertThat(Desk.answer(taken, new Command.Conclude(CONTENT, Set.of(), NOW)))
                .isEqualTo(new Answer.Accepted(List.of(new Event.Closed(RequestState.APPROVED, NOW))));
        assertThat(Desk.answer(taken, take)).isEqualTo(new Answer.Refused(new Refusal.AlreadySubmitted()));
        Ask hasty = submission(path, true, Set.of()).ask();
        assertThat(Desk.answer(new State.None(), new Command.Take(hasty, CONTENT, path, "In a hurry")))
                .isEqualTo(new Answer.Refused(new Refusal.NoEmergency()));
    }

    private static Group group(String name, Quorum quorum) {
        return new Group(name, Paths.SEATS, List.of(), quorum);
    }

    private static StagePlan stage(String id, Requirement requirement) {
        return new StagePlan(id, id, Set.of(), null, requirement, Veto.ENDS, Set.of(), List.of());
    }

    private static Path path(StagePlan... stages) {
        return new Path(List.of(stages), Set.of(Separation.REQUESTER), Paths.EXPIRY, Paths.FRESHNESS, null);
    }

    private static Roster roster(Human... people) {
        Map<PersonId, Integer> members = Arrays.stream(people).collect(Collectors.toMap(Human::person, _ -> 1));
        return new Roster(members, Map.of(), Paths.SEATS);
    }

    private static Command.Submit submission(Path path, boolean emergency, Set<Role> roles) {
        Ask ask = new Ask(new RequestId(Ids.next()), ALICE.person(), Set.of(), emergency, NOW);
        return new Command.Submit(ask, CONTENT, path, Map.of(), roles);
    }

    private static Command approval(Desk desk, Human by) {
        return approval(by, desk.own(by).standings());
    }

    private static Command approval(Human by, List<Standing> standings) {
        return new Command.Approve(Ids.next(), new Approver(by, standings), CONTENT, MEANS, Map.of(), null, NOW);
    }

    private static Command denial(Desk desk, Human by) {
        return new Command.Deny(Ids.next(), desk.own(by), CONTENT, MEANS, WORDS, NOW);
    }

    private static Command revision(Desk desk, Edit edit) {
        return new Command.Revise(ALICE.person(), EDITED, edit, desk.request.path(), Map.of(), NOW);
    }

    /** One request, and who stands in each group now. */
    private static final class Desk {

        private final Map<String, List<Human>> groups = new HashMap<>();
        private Request request;

        Desk(Path path) {
            this(submission(path, false, Set.of()));
        }

        Desk(Command.Submit submission) {
            request = Evolution.apply(
                    new State.None(), ((Answer.Accepted) answer(new State.None(), submission)).events());
        }

        static Answer answer(State state, Command command) {
            return Engine.decide(state, command);
        }

        Desk staff(String group, Human... people) {
            groups.put(group, List.of(people));
            return this;
        }

        void begin() {
            Function<Stage, Map<String, Roster>> rosters = stage -> stage.plan().requirement().groups().stream()
                    .collect(Collectors.toMap(
                            Group::name,
                            group -> roster(groups.get(group.name()).toArray(Human[]::new))));
            accept(new Command.Begin(request.due().stream().collect(Collectors.toMap(Stage::id, rosters)), NOW));
        }

        Approver own(Human human) {
            return new Approver(
                    human,
                    request.stages().stream()
                            .flatMap(stage -> stage.plan().requirement().groups().stream()
                                    .filter(group -> groups.getOrDefault(group.name(), List.of())
                                            .contains(human))
                                    .map(group -> new Standing(stage.id(), group.name(), human, List.of(), "person")))
                            .toList());
        }

        void approve(Human human) {
            accept(approval(this, human));
        }

        Request conclude() {
            accept(new Command.Conclude(CONTENT, Set.of(), NOW));
            return request;
        }

        void accept(Command command) {
            Answer answer = answer(request, command);
            assertThat(answer).isInstanceOf(Answer.Accepted.class);
            request = Evolution.apply(request, ((Answer.Accepted) answer).events());
        }

        @Nullable
        Refusal refused(Command command) {
            return answer(request, command) instanceof Answer.Refused(var refusal) ? refusal : null;
        }
    }
}
