package io.gatehouse.approvals.engine;

import static io.gatehouse.approvals.engine.Histories.ALICE;
import static io.gatehouse.approvals.engine.Histories.BOB;
import static io.gatehouse.approvals.engine.Histories.CAROL;
import static io.gatehouse.approvals.engine.Histories.CONTENT;
import static io.gatehouse.approvals.engine.Histories.DAVE;
import static io.gatehouse.approvals.engine.Histories.NOW;
import static io.gatehouse.approvals.engine.Histories.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.Statement;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * 20,000 random histories of 1 to 24 commands by four people, under policies of one to three stages of one to three
 * places: whatever is tried, the invariants hold after each command.
 */
final class EnginePropertyTest {

    private static final int HISTORIES = 20_000;
    private static final int LONGEST = 24;
    private static final long SEED = 20_260_301L;
    private static final List<PersonId> PEOPLE = List.of(ALICE, BOB, CAROL, DAVE);
    private static final ContentHash STALE = new ContentHash("b".repeat(64));

    @Test
    void invariantsHoldInRandomHistories() {
        Random random = new Random(SEED);
        Set<Object> shapes = new HashSet<>();
        Map<RequestState, Integer> ends = new java.util.EnumMap<>(RequestState.class);
        for (int i = 0; i < HISTORIES; i++) {
            Request last = run(random, shapes);
            ends.merge(last.state(), 1, Integer::sum);
        }
        // The histories must be worth their time: every end is reached often, and many different states on the way.
        assertThat(ends.keySet()).containsExactlyInAnyOrder(RequestState.values());
        assertThat(ends.values()).allMatch(count -> count > HISTORIES / 100);
        assertThat(shapes).hasSizeGreaterThan(200);
    }

    private static Request run(Random random, Set<Object> shapes) {
        Policy policy =
                Histories.policy(random.ints(1 + random.nextInt(3), 1, 4).toArray());
        Request request = Histories.submitted(policy);
        int length = 1 + random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            Command command = command(random, policy);
            Request before = request;
            request = switch (Engine.decide(before, command)) {
                case Answer.Refused _ -> before;
                case Answer.Accepted(var events) -> {
                    assertThat(before.isOpen()).as("only open requests change").isTrue();
                    yield Evolution.apply(before, events);
                }
            };
            check(before, request);
            shapes.add(List.of(request.state(), request.stages()));
        }
        return request;
    }

    private static Command command(Random random, Policy policy) {
        PersonId person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        Set<Permission> held = random.nextInt(5) == 0 ? Set.of() : Set.of(Permission.REQUEST_DECIDE);
        Approver approver = new Approver(person, person.toString(), held);
        ContentHash seen = random.nextInt(8) == 0 ? STALE : CONTENT;
        Map<String, String> terms = random.nextInt(8) == 0 ? Map.of() : TERMS;
        return switch (random.nextInt(20)) {
            case 0 -> new Command.Withdraw(person, NOW);
            case 1 -> Histories.submit(policy);
            case 2 -> new Command.Deny(Ids.next(), approver, seen, null, NOW);
            case 3 -> new Command.Deny(Ids.next(), approver, seen, Statement.of("reason", "ten letters"), NOW);
            default -> new Command.Approve(Ids.next(), approver, seen, terms, null, NOW);
        };
    }

    private static void check(Request before, Request after) {
        assertThat(after.decisions().subList(0, before.decisions().size())).isEqualTo(before.decisions());
        assertThat(after.decisions())
                .extracting(Decision::person)
                .doesNotHaveDuplicates()
                .doesNotContain(ALICE);
        assertThat(after.decisions())
                .extracting(Decision::content)
                .containsOnly(after.decisions().isEmpty() ? new ContentHash[0] : new ContentHash[] {CONTENT});
        boolean refused = after.decisions().stream().anyMatch(decision -> decision.outcome() == Outcome.REJECTED);
        boolean met = after.stages().stream().allMatch(EnginePropertyTest::met);
        assertThat(after.state() == RequestState.REJECTED).isEqualTo(refused);
        assertThat(after.state() == RequestState.APPROVED).isEqualTo(met);
        assertThat(after.closedAt() == null).isEqualTo(after.isOpen());
        long active = after.stages().stream()
                .filter(stage -> stage.state() == Stage.State.ACTIVE)
                .count();
        assertThat(active).isEqualTo(after.isOpen() ? 1 : 0);
        if (!after.isOpen()) {
            assertThat(after.stages()).noneMatch(stage -> stage.firstOpen().isPresent());
        }
        long approvals = after.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.APPROVED)
                .map(Decision::terms)
                .distinct()
                .count();
        assertThat(approvals).isLessThanOrEqualTo(1);
    }

    private static boolean met(Stage stage) {
        return stage.places().stream().allMatch(place -> place.state() == Assignment.State.APPROVED);
    }
}
