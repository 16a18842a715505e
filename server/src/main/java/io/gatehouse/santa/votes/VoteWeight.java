package io.gatehouse.santa.votes;

import io.gatehouse.santa.ballot.Reputation;

/**
 * What a vote of somebody weighs.
 *
 * @param role the heaviest of their roles
 */
record VoteWeight(int role, Reputation reputation) {

    /** In hundredths. */
    int points() {
        return role * reputation.factor();
    }
}
