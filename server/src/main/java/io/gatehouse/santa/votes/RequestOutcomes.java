package io.gatehouse.santa.votes;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestClosed;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.BallotCommand;
import io.gatehouse.santa.requests.VotedSoftware;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What became of a request says whether the votes that proposed it were right. Runs after it is kept, since a vote locks the
 * ballot before the request.
 */
@Component
class RequestOutcomes {

    private final Transactions transactions;
    private final Approvals approvals;
    private final VotedSoftware software;
    private final BallotStore ballots;
    private final VoteStore votes;
    private final VoteDesk desk;
    private final BallotProcess process;

    RequestOutcomes(
            Transactions transactions,
            Approvals approvals,
            VotedSoftware software,
            BallotStore ballots,
            VoteStore votes,
            VoteDesk desk,
            BallotProcess process) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.software = software;
        this.ballots = ballots;
        this.votes = votes;
        this.desk = desk;
        this.process = process;
    }

    @ApplicationModuleListener
    void on(RequestClosed closed) {
        OrganizationScope scope = OrganizationScope.system(closed.organization());
        transactions.write(
                scope,
                () -> approvals
                        .find(scope, closed.request())
                        .filter(request -> request.deciding() != null)
                        .ifPresent(request -> answer(scope, request)));
    }

    private void answer(OrganizationScope scope, RequestView request) {
        boolean harmless = request.state() == RequestState.APPROVED;
        Outcome said = harmless ? Outcome.APPROVED : Outcome.REJECTED;
        Set<PersonId> by = request.decisions().stream()
                .filter(made -> made.counts() && made.outcome() == said)
                .map(DecisionView::person)
                .collect(Collectors.toSet());
        Instant at = Objects.requireNonNull(request.closedAt());
        for (StoredBallot found : ballots.of(scope, software.keys(scope, request))) {
            if (found.ballot().proposed()) {
                votes.found(scope, found.ballot().id(), found.ballot().round(), harmless, by, at);
                if (!harmless) {
                    condemn(scope, found, request, by, at);
                }
            }
        }
    }

    /** What those who decide refused for everybody, votes let nobody run. */
    private void condemn(
            OrganizationScope scope, StoredBallot found, RequestView request, Set<PersonId> by, Instant at) {
        StoredBallot ballot = ballots.lock(scope, found.ballot().id()).orElseThrow();
        List<PersonId> impartial = by.stream()
                .filter(person -> ballot.ballot().of(person).isEmpty())
                .toList();
        if (ballot.ballot().state() != Ballot.State.CONDEMNED && !impartial.isEmpty()) {
            process.run(
                    scope,
                    ballot,
                    "ballot.condemn",
                    new BallotCommand.Condemn(impartial.getFirst()),
                    desk.electorate(scope, ballot, Stream.empty()),
                    "Request #" + request.number() + " was refused",
                    at);
        }
    }
}
