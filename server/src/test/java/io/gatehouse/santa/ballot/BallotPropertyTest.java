package io.gatehouse.santa.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * 20,000 random histories of up to 40 commands by ten people of three departments, who join and leave meanwhile. A witness
 * that counts by itself, person by person, finds nothing granted, proposed or ended without the votes that it needs.
 */
final class BallotPropertyTest {

    private static final int HISTORIES = 20_000;
    private static final int LONGEST = 40;
    private static final int PEOPLE = 10;
    private static final List<String> DEPARTMENTS = List.of("Sales", "Design", "");

    private final Random random = new Random(20_261_125L);
    private final Map<Class<?>, Integer> events = new HashMap<>();
    private final Map<Class<?>, Integer> refusals = new HashMap<>();

    @Test
    void nothingIsGrantedProposedOrEndedWithoutTheVotesThatItNeeds() {
        for (int i = 0; i < HISTORIES; i++) {
            new History().run();
        }
        assertThat(events.keySet()).containsExactlyInAnyOrder(BallotEvent.class.getPermittedSubclasses());
        assertThat(refusals.keySet()).containsExactlyInAnyOrder(BallotRefusal.class.getPermittedSubclasses());
        assertThat(events.values()).allMatch(count -> count > HISTORIES / 200);
        assertThat(refusals.values()).allMatch(count -> count > HISTORIES / 200);
    }

    private final class History {

        private final List<PersonId> people = new ArrayList<>();
        private final Map<PersonId, String> departments = new LinkedHashMap<>();
        private final Map<PersonId, Vote> said = new LinkedHashMap<>();
        private final Set<UUID> answered = new HashSet<>();
        private final Set<PersonId> flagged = new HashSet<>();
        private final Limits limits = new Limits(
                random.nextInt(5) == 0 ? null : 1 + random.nextInt(3),
                2 + random.nextInt(4),
                1 + random.nextInt(4),
                List.of(40, 60, 100).get(random.nextInt(3)));
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");
        private Ballot ballot = Ballot.fresh(id());

        void run() {
            for (int i = 0; i < PEOPLE; i++) {
                PersonId person = new PersonId(id());
                people.add(person);
                departments.put(person, DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())));
            }
            int length = 1 + random.nextInt(LONGEST);
            for (int i = 0; i < length; i++) {
                now = now.plus(Duration.ofHours(1));
                move();
                attempt(command());
            }
        }

        /** Somebody joins, leaves or changes department. */
        private void move() {
            PersonId person = any();
            if (random.nextInt(6) == 0) {
                departments.remove(person);
            } else if (random.nextInt(4) == 0) {
                departments.put(person, DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())));
            }
        }

        private PersonId any() {
            return people.get(random.nextInt(PEOPLE));
        }

        private BallotCommand command() {
            PersonId by = any();
            return switch (random.nextInt(20)) {
                case 0, 1 -> new BallotCommand.Clear(by, electorate(), limits);
                case 2 ->
                    random.nextInt(3) == 0
                            ? new BallotCommand.Condemn(by)
                            : new BallotCommand.Clear(by, electorate(), limits);
                case 3 -> random.nextInt(2) == 0 ? new BallotCommand.Reset(by) : vote(by, Side.DOWN);
                case 4, 5 -> vote(by, Side.DOWN);
                default -> vote(by, Side.UP);
            };
        }

        private BallotCommand vote(PersonId by, Side side) {
            String reason = side == Side.UP || random.nextInt(6) == 0 ? null : "It phones home each minute";
            int points = random.nextInt(20) == 0 ? 0 : 50 + random.nextInt(150);
            return new BallotCommand.Cast(new Vote(id(), by, side, points, reason, now), electorate(), limits);
        }

        private Electorate electorate() {
            return new Electorate(departments);
        }

        private void attempt(BallotCommand command) {
            switch (Ballots.decide(ballot, command)) {
                case BallotAnswer.Refused(var refusal) -> refusals.merge(refusal.getClass(), 1, Integer::sum);
                case BallotAnswer.Accepted(var happened) -> {
                    Ballot before = ballot;
                    ballot = ballot.after(happened);
                    happened.forEach(event -> events.merge(event.getClass(), 1, Integer::sum));
                    see(before, command, happened);
                }
            }
            checkHolders();
        }

        private void see(Ballot before, BallotCommand command, List<BallotEvent> happened) {
            switch (command) {
                case BallotCommand.Cast cast -> seeVote(before, cast.vote());
                case BallotCommand.Clear clear -> {
                    assertThat(said).as("nobody reviews what they voted on").doesNotContainKey(clear.by());
                    flagged.addAll(said.values().stream()
                            .filter(vote -> vote.side() == Side.DOWN)
                            .map(Vote::person)
                            .toList());
                    before.votes().stream()
                            .filter(vote -> vote.side() == Side.DOWN)
                            .forEach(vote -> answered.add(vote.id()));
                }
                case BallotCommand.Condemn(var by) -> assertThat(said).doesNotContainKey(by);
                case BallotCommand.Reset(var by) -> {
                    assertThat(said).doesNotContainKey(by);
                    said.clear();
                    answered.clear();
                    assertThat(ballot)
                            .isEqualTo(new Ballot(
                                    before.id(),
                                    before.round() + 1,
                                    Ballot.State.OPEN,
                                    false,
                                    false,
                                    List.of(),
                                    Set.of()));
                }
            }
            if (happened.stream().anyMatch(event -> event instanceof BallotEvent.Granted)) {
                checkEnough(limits.local());
            }
            if (happened.stream().anyMatch(event -> event instanceof BallotEvent.Proposed)) {
                checkEnough(limits.proposal());
                assertThat(before.proposed()).as("proposed once in a round").isFalse();
            }
            if (!(command instanceof BallotCommand.Condemn) && ballot.state() == Ballot.State.CONDEMNED) {
                assertThat(votes(Side.DOWN, limits.condemnation()) - votes(Side.UP, Integer.MAX_VALUE / 100))
                        .as("enough said that it is bad")
                        .isGreaterThanOrEqualTo(limits.condemnation() * 100);
            }
        }

        private void seeVote(Ballot before, Vote vote) {
            assertThat(departments).as("only voters vote").containsKey(vote.person());
            assertThat(before.state()).isNotEqualTo(Ballot.State.CONDEMNED);
            assertThat(vote.side() == Side.UP && before.state() == Ballot.State.SUSPECT)
                    .as("nothing is voted for while it is suspect")
                    .isFalse();
            Vote earlier = said.put(vote.person(), vote);
            assertThat(earlier == null || earlier.side() != vote.side())
                    .as("one person, one vote")
                    .isTrue();
            if (vote.side() == Side.DOWN) {
                assertThat(ballot.state()).as("a flag freezes").isNotEqualTo(Ballot.State.OPEN);
            }
        }

        private void checkEnough(Integer needed) {
            assertThat(ballot.state()).isEqualTo(Ballot.State.OPEN);
            assertThat(votes(Side.UP, needed) - votes(Side.DOWN, Integer.MAX_VALUE / 100))
                    .as("enough are for it")
                    .isGreaterThanOrEqualTo(needed * 100);
        }

        /** By each department at most its share of what is needed. */
        private long votes(Side side, int needed) {
            Map<String, Long> sums = new HashMap<>();
            said.values().forEach(vote -> {
                if (vote.side() == side && departments.containsKey(vote.person()) && !answered.contains(vote.id())) {
                    sums.merge(departments.get(vote.person()), (long) vote.points(), Long::sum);
                }
            });
            return sums.values().stream()
                    .mapToLong(sum -> Math.min(sum, (long) needed * limits.largestShare()))
                    .sum();
        }

        private void checkHolders() {
            Set<PersonId> holders = ballot.holders(electorate());
            assertThat(holders)
                    .allMatch(departments::containsKey)
                    .allMatch(person -> said.get(person).side() == Side.UP);
            if (ballot.state() == Ballot.State.CONDEMNED || limits.local() == null) {
                assertThat(holders).isEmpty();
            }
        }
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
