package io.gatehouse.santa.ballot;

/** Why a ballot does not do what a command wants. */
public sealed interface BallotRefusal {

    /** The person has no Mac here, or their roles have no vote. */
    record NotAVoter() implements BallotRefusal {}

    /** One person has one vote. */
    record AlreadyVoted(Side side) implements BallotRefusal {}

    /** Somebody said that it looks bad: until a review nobody votes for it. */
    record WaitsForReview() implements BallotRefusal {}

    /** It was found bad. */
    record IsCondemned() implements BallotRefusal {}

    /** To say that something looks bad needs a reason. */
    record ReasonMissing() implements BallotRefusal {}

    /** A review has answered this person already: they cannot freeze it again. */
    record Answered() implements BallotRefusal {}

    /** Nobody reviews what they voted on. */
    record OwnVote() implements BallotRefusal {}

    /** Nobody said that it looks bad. */
    record NothingToReview() implements BallotRefusal {}
}
