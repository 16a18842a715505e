package io.gatehouse.santa.votes;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.Statement;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.santa.AfterCommit;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.BallotAnswer;
import io.gatehouse.santa.ballot.BallotCommand;
import io.gatehouse.santa.ballot.BallotEvent;
import io.gatehouse.santa.ballot.Ballots;
import io.gatehouse.santa.ballot.Electorate;
import io.gatehouse.santa.ballot.Side;
import io.gatehouse.santa.requests.VotedSoftware;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs a command on a locked ballot in the open transaction, and does what follows: rules, requests, the book. */
@Component
final class BallotProcess {

    private final BallotStore ballots;
    private final VoteStore votes;
    private final VoteGrants grants;
    private final VotedSoftware software;
    private final Approvals approvals;
    private final Ledger ledger;
    private final Signals signals;

    BallotProcess(
            BallotStore ballots,
            VoteStore votes,
            VoteGrants grants,
            VotedSoftware software,
            Approvals approvals,
            Ledger ledger,
            Signals signals) {
        this.ballots = ballots;
        this.votes = votes;
        this.grants = grants;
        this.software = software;
        this.approvals = approvals;
        this.ledger = ledger;
        this.signals = signals;
    }

    /**
     * @param before locked
     * @param electorate its voters who may vote now
     * @param reason of a review
     */
    void run(
            OrganizationScope scope,
            StoredBallot before,
            String action,
            BallotCommand command,
            Electorate electorate,
            @Nullable String reason,
            Instant now) {
        List<BallotEvent> events = switch (Ballots.decide(before.ballot(), command)) {
            case BallotAnswer.Accepted(var happened) -> happened;
            case BallotAnswer.Refused(var refusal) -> throw BallotRefusals.problem(refusal);
        };
        StoredBallot after = before.with(before.ballot().after(events), now);
        events.forEach(event -> keep(scope, before.ballot(), event));
        ballots.update(scope, after);
        ledger.append(scope, BallotEntries.changed(action, before, after).because(reason));
        grants.settle(scope, after, after.ballot().holders(electorate));
        answer(scope, command, before.ballot(), now);
        follow(scope, after, events);
        AfterCommit.run(() -> signals.announce(scope.organization(), Signals.Topic.REQUEST, 1));
    }

    private void keep(OrganizationScope scope, Ballot before, BallotEvent event) {
        switch (event) {
            case BallotEvent.VoteCast(var vote) -> votes.insert(scope, before, vote);
            case BallotEvent.Frozen _,
                    BallotEvent.Cleared _,
                    BallotEvent.Condemned _,
                    BallotEvent.Granted _,
                    BallotEvent.Proposed _,
                    BallotEvent.Reset _ -> {}
        }
    }

    /** A review says who was right. */
    private void answer(OrganizationScope scope, BallotCommand command, Ballot ballot, Instant now) {
        switch (command) {
            case BallotCommand.Clear clear -> found(scope, ballot, true, clear.by(), now);
            case BallotCommand.Condemn(var by) -> found(scope, ballot, false, by, now);
            case BallotCommand.Cast _, BallotCommand.Reset _ -> {}
        }
    }

    private void found(OrganizationScope scope, Ballot ballot, boolean harmless, PersonId by, Instant now) {
        votes.found(scope, ballot.id(), ballot.round(), harmless, List.of(by), now);
    }

    /** Enough votes ask for everybody, once; requests that wait for votes go on or end. */
    private void follow(OrganizationScope scope, StoredBallot after, List<BallotEvent> events) {
        boolean proposed = events.stream().anyMatch(event -> event instanceof BallotEvent.Proposed);
        boolean condemned = events.stream().anyMatch(event -> event instanceof BallotEvent.Condemned);
        boolean cleared = events.stream().anyMatch(event -> event instanceof BallotEvent.Cleared);
        if (proposed || condemned || cleared) {
            var asking = software.asking(scope, after.key());
            if (proposed && asking.isEmpty()) {
                software.propose(scope, after.sha256(), why(after));
            }
            asking.forEach(request -> approvals.count(scope, request));
        }
    }

    private static Statement why(StoredBallot ballot) {
        long people = ballot.ballot().current().stream()
                .filter(vote -> vote.side() == Side.UP)
                .count();
        return Statement.of(
                "justification",
                people + " people have voted to allow " + ballot.key().type() + " "
                        + ballot.key().identifier() + ". This request was made by the vote that was enough.");
    }
}
