package io.gatehouse.santa.votes;

import io.gatehouse.kernel.ProblemException;
import io.gatehouse.santa.ballot.BallotRefusal;
import io.gatehouse.santa.ballot.Side;

/** Says a refusal to the person. */
final class BallotRefusals {

    private BallotRefusals() {}

    static ProblemException problem(BallotRefusal refusal) {
        return switch (refusal) {
            case BallotRefusal.NotAVoter _ ->
                VotingProblem.NOT_A_VOTER.because("Whoever owns a Mac here votes, unless their roles weigh nothing");
            case BallotRefusal.AlreadyVoted(var side) ->
                VotingProblem.ALREADY_VOTED.because(
                        side == Side.UP
                                ? "You have voted to allow it: one person has one vote"
                                : "You have said that it looks bad: one person has one vote");
            case BallotRefusal.WaitsForReview _ ->
                VotingProblem.WAITS_FOR_REVIEW.because(
                        "Somebody said that it looks bad: nobody votes for it until a review has cleared it");
            case BallotRefusal.IsCondemned _ ->
                VotingProblem.FOUND_BAD.because("It was found bad: nobody votes on it until it is reset");
            case BallotRefusal.ReasonMissing _ ->
                ProblemException.invalid("reason", "must say in 10 to 2000 characters why it looks bad");
            case BallotRefusal.Answered _ ->
                VotingProblem.FLAG_ANSWERED.because(
                        "A review has cleared what you said about it: tell your administrators if you know more");
            case BallotRefusal.OwnVote _ ->
                VotingProblem.OWN_VOTE.because("You have voted on it yourself: somebody else must look at it");
            case BallotRefusal.NothingToReview _ ->
                VotingProblem.NOTHING_TO_REVIEW.because("Nobody has voted, or nobody has said that it looks bad");
        };
    }
}
