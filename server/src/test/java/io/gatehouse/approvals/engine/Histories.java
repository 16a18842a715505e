package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.Statement;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People, policies and commands for tests of the engine. */
final class Histories {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final PersonId ALICE = new PersonId(Ids.next());
    static final PersonId BOB = new PersonId(Ids.next());
    static final PersonId CAROL = new PersonId(Ids.next());
    static final PersonId DAVE = new PersonId(Ids.next());
    static final ContentHash CONTENT = new ContentHash("a".repeat(64));
    static final Map<String, String> TERMS = Map.of("scope", "DEVICE");

    private static final Map<PersonId, String> NAMES = Map.of(ALICE, "Alice", BOB, "Bob", CAROL, "Carol", DAVE, "Dave");
    private static final Statement REASON = Statement.of("reason", "It opens a back door");

    private Histories() {}

    /** A policy of stages with these minimums. */
    static Policy policy(int... minimums) {
        List<Policy.Stage> stages = Arrays.stream(minimums)
                .mapToObj(minimum -> new Policy.Stage(
                        "Stage", Policy.DEFAULT.stages().getFirst().approvers(), minimum))
                .toList();
        return new Policy("Test", Policy.DEFAULT.excluded(), stages);
    }

    static Approver approver(PersonId person) {
        return new Approver(person, NAMES.get(person), Set.of(Permission.REQUEST_DECIDE));
    }

    static Command submit(Policy policy) {
        return new Command.Submit(new RequestId(Ids.next()), ALICE, CONTENT, policy, NOW);
    }

    static Command approve(Approver by) {
        return new Command.Approve(Ids.next(), by, CONTENT, TERMS, null, NOW);
    }

    static Command deny(Approver by) {
        return new Command.Deny(Ids.next(), by, CONTENT, REASON, NOW);
    }

    static Request submitted(Policy policy) {
        Answer answer = Engine.decide(new State.None(), submit(policy));
        return Evolution.apply(new State.None(), ((Answer.Accepted) answer).events());
    }
}
