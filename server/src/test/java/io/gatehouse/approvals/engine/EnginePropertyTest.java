package io.gatehouse.approvals.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.Poll;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.policy.Edit;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Step;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * 20,000 random histories of up to 40 commands by eight people under paths by chance, while groups, delegations and time
 * move on: whatever is tried, a {@link Witness} with rules of its own finds nothing wrong, and every request ends.
 */
final class EnginePropertyTest {

    private static final int HISTORIES = 20_000;
    private static final int LONGEST = 40;
    private static final long SEED = 20_261_125L;
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Means MEANS = new Means(Means.Channel.CONSOLE, Means.Factor.SECOND);
    private static final Statement WORDS = Statement.of("reason", "ten letters");
    private static final List<Map<String, String>> TERMS = List.of(Map.of("scope", "DEVICE"), Map.of());

    private final Random random = new Random(SEED);
    private final Map<RequestState, Integer> ends = new EnumMap<>(RequestState.class);
    private final Map<Class<?>, Integer> refusals = new HashMap<>();
    private int approvedByMany;
    private int approvedAfterVotes;

    @Test
    void aWitnessFindsNothingWrongInRandomHistories() {
        for (int i = 0; i < HISTORIES; i++) {
            new History().run();
        }
        // The histories must be worth their time: every end, every refusal and long agreements come up often.
        assertThat(ends.keySet())
                .containsExactlyInAnyOrderElementsOf(List.of(RequestState.values()).stream()
                        .filter(state -> !state.isOpen())
                        .toList());
        assertThat(ends.values()).allMatch(count -> count > HISTORIES / 200);
        assertThat(refusals.keySet())
                .containsAll(List.of(Refusal.class.getPermittedSubclasses()).stream()
                        .filter(kind -> kind != Refusal.NoSuchRequest.class)
                        .toList());
        assertThat(approvedByMany).isGreaterThan(HISTORIES / 100);
        assertThat(approvedAfterVotes).isGreaterThan(HISTORIES / 200);
    }

    private final class History {

        private final Town town = new Town(random);
        private final Witness witness = new Witness(town);
        private Instant now = START;
        private ContentHash content = hash();
        private State state = new State.None();

        void run() {
            submit();
            if (!(state instanceof Request)) {
                return;
            }
            int length = 1 + random.nextInt(LONGEST);
            for (int i = 0; i < length; i++) {
                now = now.plus(Duration.ofHours(random.nextInt(12)));
                town.change();
                attempt(command());
                settle();
            }
            end();
            Request last = request();
            ends.merge(last.state(), 1, Integer::sum);
            approvedByMany += last.state() == RequestState.APPROVED && witness.agreements() > 2 ? 1 : 0;
            approvedAfterVotes += last.state() == RequestState.APPROVED && witness.sawVotes() ? 1 : 0;
        }

        private Request request() {
            return (Request) state;
        }

        private void submit() {
            Path path = Paths.any(random);
            Set<PersonId> beneficiaries =
                    random.nextInt(3) == 0 ? Set.of(town.any().person()) : Set.of();
            Ask ask =
                    new Ask(new RequestId(town.id()), town.any().person(), beneficiaries, random.nextInt(6) == 0, now);
            Set<Role> roles = random.nextInt(8) == 0 ? Set.of() : Set.of(Role.SECURITY_ADMIN);
            answer(new Command.Submit(ask, content, path, skipped(path), roles));
            settle();
        }

        private Map<String, String> skipped(Path path) {
            return path.stages().stream()
                    .filter(_ -> random.nextInt(4) == 0)
                    .collect(Collectors.toMap(plan -> plan.id(), _ -> "its condition is false"));
        }

        /** Time ends every request that people leave open. */
        private void end() {
            now = START.plus(Paths.EXPIRY);
            attempt(new Command.Expire(now));
            assertThat(request().isOpen()).as("every request ends").isFalse();
            Request ended = request();
            attempt(command());
            assertThat(request()).as("what ended never changes").isEqualTo(ended);
        }

        private void attempt(Command command) {
            Request before = request();
            if (answer(command)) {
                witness.see(before, request(), command);
            } else {
                assertThat(request()).isEqualTo(before);
            }
        }

        private boolean answer(Command command) {
            return switch (Engine.decide(state, command)) {
                case Answer.Refused(var refusal) -> {
                    refusals.merge(refusal.getClass(), 1, Integer::sum);
                    yield false;
                }
                case Answer.Accepted(var events) -> {
                    state = Evolution.apply(state, events);
                    yield true;
                }
            };
        }

        /** What whoever runs the engine does after each change. */
        private void settle() {
            while (state instanceof Request request && !request.due().isEmpty()) {
                attempt(new Command.Begin(rosters(request), now));
            }
            if (state instanceof Request request && request.isComplete()) {
                ContentHash carriedOut = random.nextInt(10) == 0 ? hash() : content;
                Set<UUID> unfounded = request.standing().stream()
                        .map(Decision::id)
                        .filter(_ -> random.nextInt(10) == 0)
                        .collect(Collectors.toSet());
                attempt(new Command.Conclude(carriedOut, unfounded, now));
                if (!request().due().isEmpty()) {
                    settle();
                }
            }
        }

        private Map<String, Map<String, Roster>> rosters(Request request) {
            return request.due().stream().collect(Collectors.toMap(Stage::id, this::rosters));
        }

        private Map<String, Roster> rosters(Stage stage) {
            return stage.plan().requirement().groups().stream()
                    .collect(Collectors.toMap(group -> group.name(), _ -> town.roster(town.anyGroup())));
        }

        private Command command() {
            Request request = request();
            Human person = town.any();
            Approver by = new Approver(person, town.standings(request, person));
            ContentHash seen =
                    random.nextInt(12) == 0 ? hash() : request.content().hash();
            UUID id = town.id();
            Statement words = random.nextInt(8) == 0 ? null : WORDS;
            return switch (random.nextInt(44)) {
                case 0 -> new Command.Withdraw(person.person(), now);
                case 1 -> new Command.Submit(request.ask(), content, request.path(), Map.of(), Set.of());
                case 2, 3 -> new Command.Deny(id, by, seen, MEANS, words, now);
                case 4, 5, 6 -> new Command.Abstain(id, by, seen, MEANS, null, now);
                case 7 -> new Command.AskBack(id, by, seen, MEANS, words, now);
                case 8, 9, 10 -> revise(request, person);
                case 11, 12, 13 -> escalate(request);
                case 14 -> new Command.Expire(now);
                case 15 -> new Command.Begin(Map.of("stage-0", Map.of()), now);
                case 16 -> new Command.Conclude(content, Set.of(), now);
                case 17, 18, 19, 20 -> count(request);
                default -> new Command.Approve(id, by, seen, MEANS, TERMS.get(random.nextInt(12) / 11), null, now);
            };
        }

        private Command revise(Request request, Human by) {
            Path path = random.nextBoolean() ? request.path() : Paths.any(random);
            ContentHash next = hash();
            Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
            Command revise = new Command.Revise(by.person(), next, edit, path, skipped(path), now);
            if (Engine.decide(request, revise) instanceof Answer.Accepted) {
                content = next;
            }
            return revise;
        }

        /** Mostly for a stage that waits for votes, if there is one. */
        private Command count(Request request) {
            Stage stage = request.stages().stream()
                    .filter(each -> each.plan().isVote() && each.state() == Stage.State.ACTIVE)
                    .findAny()
                    .orElse(request.stages().getFirst());
            Poll.Result result = random.nextInt(4) == 0
                    ? Poll.Result.values()[random.nextInt(Poll.Result.values().length)]
                    : Poll.Result.AGREED;
            return new Command.Count(stage.id(), new Poll(result, town.votes()), now);
        }

        private Command escalate(Request request) {
            List<Stage> stages = request.stages();
            Stage stage = stages.get(random.nextInt(stages.size()));
            int step = random.nextInt(5);
            boolean ends = step < stage.plan().escalations().size()
                    && stage.plan().escalations().get(step).step() instanceof Step.Expire;
            return new Command.Escalate(
                    stage.plan().id(), ends && random.nextInt(4) > 0 ? -1 : step, rosters(stage), now);
        }
    }

    private ContentHash hash() {
        return new ContentHash(String.format("%064x", random.nextLong(Long.MAX_VALUE)));
    }
}
