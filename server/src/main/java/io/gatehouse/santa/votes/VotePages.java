package io.gatehouse.santa.votes;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.BallotRefusal;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.requests.VotedSoftware;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what people say of software. */
@Component
final class VotePages {

    private final Transactions transactions;
    private final VotingStore voting;
    private final BallotStore ballots;
    private final BallotViews views;
    private final Voters voters;
    private final VoteDesk desk;

    VotePages(
            Transactions transactions,
            VotingStore voting,
            BallotStore ballots,
            BallotViews views,
            Voters voters,
            VoteDesk desk) {
        this.transactions = transactions;
        this.voting = voting;
        this.ballots = ballots;
        this.views = views;
        this.voters = voters;
        this.desk = desk;
    }

    Page<BallotView> list(Caller caller, Ballot.@Nullable State state, @Nullable String cursor, int limit) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            Page<StoredBallot> page = ballots.list(scope, state, cursor, limit);
            VotingSettings settings = voting.find(scope).settings();
            return new Page<>(views.of(caller, page.items(), settings), page.next());
        });
    }

    BallotView ballot(Caller caller, UUID id) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            StoredBallot found = ballots.find(scope, id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There are no such votes here"));
            return views.of(caller, List.of(found), voting.find(scope).settings())
                    .getFirst();
        });
    }

    VotePage of(Caller caller, String sha256) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            VotingSettings settings = voting.find(scope).settings();
            VotedSoftware.Votable file = desk.file(caller, sha256);
            VoteWeight weight = voters.weight(scope, caller.person(), settings);
            String whyNot = whyNot(scope, caller.person(), weight);
            return new VotePage(
                    sha256,
                    file.title(),
                    file.signer(),
                    settings.open(),
                    file.blocked(),
                    whyNot == null ? weight.points() : null,
                    whyNot,
                    options(caller, file, settings));
        });
    }

    private @Nullable String whyNot(OrganizationScope scope, PersonId person, VoteWeight weight) {
        boolean votes = voters.of(scope, List.of(person)).has(person) && weight.points() > 0;
        return votes
                ? null
                : BallotRefusals.problem(new BallotRefusal.NotAVoter()).getMessage();
    }

    private List<VotePage.Option> options(Caller caller, VotedSoftware.Votable file, VotingSettings settings) {
        List<VotedSoftware.Way> ways = file.ways().stream()
                .filter(way -> VotingSettings.TYPES.contains(way.key().type()))
                .toList();
        List<StoredBallot> found = ballots.of(
                caller.scope(), ways.stream().map(VotedSoftware.Way::key).toList());
        Map<RuleKey, BallotView> shown = views.of(caller, found, settings).stream()
                .collect(
                        Collectors.toMap(view -> new RuleKey(view.ruleType(), view.identifier()), Function.identity()));
        return ways.stream()
                .map(way -> new VotePage.Option(
                        way.key().type(),
                        way.key().identifier(),
                        way.label(),
                        way.explanation(),
                        Objects.requireNonNull(
                                settings.thresholds().get(way.key().type())),
                        shown.get(way.key())))
                .toList();
    }

    /** What the caller's votes weigh, and why. */
    VoteWeight weight(Caller caller) {
        OrganizationScope scope = caller.scope();
        return transactions.read(
                scope,
                () -> voters.weight(scope, caller.person(), voting.find(scope).settings()));
    }
}
