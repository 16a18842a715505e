package io.gatehouse.santa.ballot;

import io.gatehouse.kernel.PersonId;

/** What somebody wants of a ballot. Who may vote, and how much is enough, comes with it as it is at that moment. */
public sealed interface BallotCommand {

    /** To vote, or to vote otherwise than before. */
    record Cast(Vote vote, Electorate electorate, Limits limits) implements BallotCommand {}

    /** To say after a review that it is harmless. */
    record Clear(PersonId by, Electorate electorate, Limits limits) implements BallotCommand {}

    /** To say after a review that it is bad. */
    record Condemn(PersonId by) implements BallotCommand {}

    /** To let everybody vote anew. */
    record Reset(PersonId by) implements BallotCommand {}
}
