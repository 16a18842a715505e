package io.gatehouse.santa.votes;

import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.BallotCommand;
import io.gatehouse.santa.ballot.Electorate;
import io.gatehouse.santa.ballot.Side;
import io.gatehouse.santa.ballot.Vote;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.requests.VotedSoftware;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Voting, and reviewing what somebody found suspicious. */
@Component
final class VoteDesk {

    private final Transactions transactions;
    private final VotingStore voting;
    private final BallotStore ballots;
    private final Voters voters;
    private final VotedSoftware software;
    private final BallotProcess process;
    private final Clock clock;

    VoteDesk(
            Transactions transactions,
            VotingStore voting,
            BallotStore ballots,
            Voters voters,
            VotedSoftware software,
            BallotProcess process,
            Clock clock) {
        this.transactions = transactions;
        this.voting = voting;
        this.ballots = ballots;
        this.voters = voters;
        this.software = software;
        this.process = process;
        this.clock = clock;
    }

    /**
     * A vote.
     *
     * @param identifier one of those that the file has now, as it was shown
     * @param reason why it looks bad, 10 to 2000 characters; ignored where somebody is for it
     */
    record Cast(
            @Nullable RuleType ruleType,
            @Nullable String identifier,
            @Nullable Side side,
            @Nullable String reason) {}

    /** Nobody votes for somebody else: whatever was delegated to the caller, the vote is their own. */
    void cast(Caller caller, String sha256, Cast cast) {
        PersonId person = caller.person();
        OrganizationScope scope = caller.scope();
        Side side = required("side", cast.side());
        String reason =
                side == Side.DOWN ? Statement.of("reason", cast.reason()).text() : null;
        transactions.write(scope, () -> {
            VotingSettings settings = open(scope);
            VotedSoftware.Votable file = file(caller, sha256);
            RuleKey key = key(file, cast);
            if (side == Side.UP && file.blocked()) {
                throw VotingProblem.BLOCKED_BY_RULE.because("A rule blocks this for more than one Mac: votes do not"
                        + " change what an administrator decided");
            }
            Instant now = now();
            StoredBallot ballot =
                    ballots.open(scope, new StoredBallot(Ballot.fresh(Ids.next()), key, sha256, file.title(), now));
            Electorate electorate = electorate(scope, ballot, Stream.of(person));
            int points = voters.weight(scope, person, settings).points();
            Vote vote = new Vote(Ids.next(), person, side, points, reason, now);
            process.run(
                    scope,
                    ballot,
                    "ballot.vote",
                    new BallotCommand.Cast(vote, electorate, settings.limits(key.type())),
                    electorate,
                    null,
                    now);
        });
    }

    private VotingSettings open(OrganizationScope scope) {
        VotingSettings settings = voting.find(scope).settings();
        if (!settings.open()) {
            throw VotingProblem.VOTING_CLOSED.because("Your organization has not opened voting on software");
        }
        return settings;
    }

    /** The file, if the caller knows of it by themselves or by votes that others gave; else it is as if there were none. */
    VotedSoftware.Votable file(Caller caller, String sha256) {
        OrganizationScope scope = caller.scope();
        return software.find(scope, sha256)
                .filter(file -> software.isKnownTo(caller, sha256) || isVotedOn(scope, file))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such software here"));
    }

    private boolean isVotedOn(OrganizationScope scope, VotedSoftware.Votable file) {
        return ballots
                .of(scope, file.ways().stream().map(VotedSoftware.Way::key).toList())
                .stream()
                .anyMatch(ballot -> ballot.sha256().equals(file.sha256()));
    }

    /** The software must be named as it was shown: who signed it may have come to be in doubt since. */
    private static RuleKey key(VotedSoftware.Votable file, Cast cast) {
        RuleKey key = new RuleKey(required("ruleType", cast.ruleType()), required("identifier", cast.identifier()));
        if (!VotingSettings.TYPES.contains(key.type())) {
            throw ProblemException.invalid("ruleType", "must be BINARY, SIGNINGID or TEAMID");
        }
        if (file.ways().stream().noneMatch(way -> way.key().equals(key))) {
            throw ProblemException.invalid(
                    "identifier", "must be one by which this file may be allowed now: look at it again");
        }
        return key;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw ProblemException.invalid(field, "must be given");
        }
        return value;
    }

    /** Says after a review that it is harmless. */
    void clear(Caller caller, UUID id, @Nullable String reason) {
        review(
                caller,
                id,
                "ballot.clear",
                reason,
                (ballot, electorate) -> new BallotCommand.Clear(
                        caller.person(),
                        electorate,
                        voting.find(caller.scope())
                                .settings()
                                .limits(ballot.key().type())));
    }

    /** Says after a review that it is bad. */
    void condemn(Caller caller, UUID id, @Nullable String reason) {
        review(caller, id, "ballot.condemn", reason, (_, _) -> new BallotCommand.Condemn(caller.person()));
    }

    /** Lets everybody vote anew. */
    void reset(Caller caller, UUID id, @Nullable String reason) {
        review(caller, id, "ballot.reset", reason, (_, _) -> new BallotCommand.Reset(caller.person()));
    }

    /** Makes a command of how a ballot stands. */
    private interface Review {

        BallotCommand of(StoredBallot ballot, Electorate electorate);
    }

    private void review(Caller caller, UUID id, String action, @Nullable String reason, Review review) {
        OrganizationScope scope = caller.scope();
        String why = Statement.of("reason", reason).text();
        transactions.write(scope, () -> {
            StoredBallot ballot = ballots.lock(scope, id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There are no such votes here"));
            Electorate electorate = electorate(scope, ballot, Stream.empty());
            process.run(scope, ballot, action, review.of(ballot, electorate), electorate, why, now());
        });
    }

    /** Those who voted in this round, and others, as far as they may vote now. */
    Electorate electorate(OrganizationScope scope, StoredBallot ballot, Stream<PersonId> others) {
        List<PersonId> people = Stream.concat(ballot.ballot().votes().stream().map(Vote::person), others)
                .distinct()
                .toList();
        return voters.of(scope, people);
    }

    /** As the database keeps it, so that what is answered now equals what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
