package io.gatehouse.santa.votes;

import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.policy.RuleKey;
import java.time.Instant;

/**
 * A row of {@code santa.ballot} with the votes of its round.
 *
 * @param sha256 the file by which the first voter came to it
 * @param title what people call that file
 */
record StoredBallot(Ballot ballot, RuleKey key, String sha256, String title, Instant changedAt) {

    StoredBallot with(Ballot next, Instant now) {
        return new StoredBallot(next, key, sha256, title, now);
    }
}
