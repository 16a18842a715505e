package io.gatehouse.approvals.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.Poll;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Requirement;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.kernel.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Watches a history and judges it by rules of its own, which share nothing with the engine's counting. */
final class Witness {

    /** What somebody said, as the witness saw it said. */
    private record Word(
            UUID id,
            String stage,
            String group,
            boolean agrees,
            boolean abstains,
            PersonId by,
            PersonId member,
            int weight) {}

    private final Town town;
    private final List<Word> words = new ArrayList<>();
    private final Map<UUID, Word> gone = new HashMap<>();
    private final Map<String, Set<PersonId>> voters = new HashMap<>();
    private int agreements;
    private boolean votes;

    Witness(Town town) {
        this.town = town;
    }

    /** How many agreements were given. */
    int agreements() {
        return agreements;
    }

    /** Whether enough votes came for a stage. */
    boolean sawVotes() {
        return votes;
    }

    void see(Request before, Request after, Command command) {
        assertThat(before.isOpen()).as("only open requests change").isTrue();
        after.decisions().stream().skip(before.decisions().size()).forEach(made -> spoken(before, made, command));
        Set<UUID> lapsed = new HashSet<>(after.lapsed());
        words.removeIf(word -> lapsed.contains(word.id()) && gone.put(word.id(), word) == null);
        assertThat(after.decisions().subList(0, before.decisions().size()))
                .as("decisions never change")
                .isEqualTo(before.decisions());
        voters.keySet()
                .removeIf(id -> after.stage(id)
                        .filter(stage -> stage.state() == Stage.State.SATISFIED)
                        .isEmpty());
        if (command instanceof Command.Count count && count.poll().result() == Poll.Result.AGREED) {
            voters.put(count.stage(), count.poll().voters().keySet());
            votes = true;
        }
        checkOneWordPerHuman();
        checkOrder(after);
        checkEnd(before, after, command);
    }

    private void spoken(Request before, Decision made, Command command) {
        Command.Verdict verdict = (Command.Verdict) command;
        Standing used = verdict.by().standings().stream()
                .filter(standing -> standing.stage().equals(made.stage())
                        && standing.group().equals(made.group())
                        && standing.member().person().equals(made.member()))
                .findFirst()
                .orElseThrow();
        assertThat(before.stage(made.stage())
                        .orElseThrow()
                        .rosters()
                        .get(made.group())
                        .seats())
                .as("decides for a group of the member")
                .anyMatch(seat -> town.belongs(made.member(), seat));
        assertThat(used.chain().size()).isLessThanOrEqualTo(3);
        checkUntied(before, made.person());
        checkUntied(before, made.member());
        assertThat(voters.values())
                .as("whose vote counted decides nothing, nor anybody for them")
                .noneMatch(people -> people.contains(made.person()) || people.contains(made.member()));
        used.chain().forEach(handover -> checkUntied(before, handover.to().person()));
        assertThat(verdict.seen()).isEqualTo(before.content().hash());
        if (made.outcome() != Outcome.RETURNED) {
            words.add(new Word(
                    made.id(),
                    made.stage(),
                    made.group(),
                    made.outcome() == Outcome.APPROVED,
                    made.outcome() == Outcome.ABSTAINED,
                    made.person(),
                    made.member(),
                    weight(before, made)));
            agreements += made.outcome() == Outcome.APPROVED ? 1 : 0;
        }
    }

    private void checkUntied(Request request, PersonId person) {
        Set<Separation> separation = request.path().separation();
        assertThat(person)
                .as("nobody decides their own request")
                .isNotEqualTo(request.ask().requester());
        if (separation.contains(Separation.BENEFICIARY)) {
            assertThat(request.ask().beneficiaries()).doesNotContain(person);
        }
        if (separation.contains(Separation.LAST_EDITOR)) {
            assertThat(person).isNotEqualTo(request.content().editor());
        }
        for (Separation tie : town.human(person).ties()) {
            assertThat(separation).doesNotContain(tie);
        }
    }

    private void checkOneWordPerHuman() {
        Set<PersonId> heard = new HashSet<>();
        for (Word word : words) {
            assertThat(heard.add(word.by())).as("one human counts once").isTrue();
            if (!word.member().equals(word.by())) {
                assertThat(heard.add(word.member())).as("one human counts once").isTrue();
            }
        }
    }

    private static void checkOrder(Request request) {
        for (Stage stage : request.stages()) {
            if (stage.state() == Stage.State.ACTIVE) {
                for (String before : stage.plan().after()) {
                    assertThat(request.stage(before).orElseThrow().state())
                            .isIn(Stage.State.SATISFIED, Stage.State.SKIPPED);
                }
            }
        }
    }

    private void checkEnd(Request before, Request after, Command command) {
        switch (after.state()) {
            case APPROVED, RATIFIED -> {
                Command.Conclude conclude = (Command.Conclude) command;
                assertThat(conclude.content())
                        .as("carried out as agreed")
                        .isEqualTo(after.content().hash());
                assertThat(words).as("somebody agreed").anyMatch(Word::agrees);
                assertThat(words).noneMatch(word -> conclude.unfounded().contains(word.id()));
                for (Decision decision : after.standing()) {
                    assertThat(decision.at().plus(after.path().freshness())).isAfterOrEqualTo(conclude.at());
                }
                for (Stage stage : after.stages()) {
                    assertThat(stage.state() == Stage.State.SKIPPED
                                    || holds(stage, stage.plan().requirement()))
                            .as("every stage has its quorum")
                            .isTrue();
                }
            }
            case REJECTED ->
                assertThat(before.isOpen()
                                && (words.stream().anyMatch(word -> !word.agrees())
                                        || command instanceof Command.Count count
                                                && count.poll().result() == Poll.Result.REFUSED))
                        .isTrue();
            case IN_REVIEW, CHANGES_REQUESTED, POST_REVIEW, EXPIRED, WITHDRAWN, REPUDIATED -> {}
        }
    }

    private boolean holds(Stage stage, Requirement requirement) {
        return switch (requirement) {
            case Requirement.All(var parts) -> parts.stream().allMatch(part -> holds(stage, part));
            case Requirement.Any(var parts) -> parts.stream().anyMatch(part -> holds(stage, part));
            case Group group -> holds(stage, group);
            case Requirement.Votes _ -> voters.containsKey(stage.id());
        };
    }

    private boolean holds(Stage stage, Group group) {
        Set<PersonId> agreeing = new HashSet<>();
        int weight = 0;
        Set<PersonId> members =
                new HashSet<>(stage.rosters().get(group.name()).members().keySet());
        for (Word word : words) {
            if (word.stage().equals(stage.id()) && word.group().equals(group.name())) {
                if (word.agrees()) {
                    agreeing.add(word.member());
                    weight += word.weight();
                }
                if (word.abstains()) {
                    members.remove(word.member());
                }
            }
        }
        return switch (group.quorum()) {
            case Quorum.Minimum minimum -> agreeing.size() >= minimum.people();
            case Quorum.Everyone _ -> !agreeing.isEmpty() && agreeing.size() >= members.size();
            case Quorum.Percent percent ->
                !agreeing.isEmpty() && 100.0 * agreeing.size() >= (double) percent.percent() * members.size();
            case Quorum.Weight needed -> weight >= needed.threshold();
        };
    }

    private static int weight(Request request, Decision made) {
        Roster roster = request.stage(made.stage()).orElseThrow().rosters().get(made.group());
        Integer member = roster.members().get(made.member());
        return member != null ? member : roster.alternates().getOrDefault(made.member(), 0);
    }
}
