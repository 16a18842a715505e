package io.gatehouse.santa.votes;

import io.gatehouse.santa.ballot.Reputation;

/**
 * What the asking person's votes weigh.
 *
 * @param role the heaviest of their roles
 * @param factor for how their earlier votes turned out, in hundredths, 50 to 200
 * @param weight role times factor, in hundredths
 * @param outcomes of earlier votes that are known
 * @param right how many of them were right
 * @param fewest outcomes below which the factor stays 100
 * @param halfLifeDays after which an outcome counts half
 */
record OwnWeight(int role, int factor, int weight, int outcomes, int right, int fewest, long halfLifeDays) {

    static OwnWeight of(VoteWeight weight) {
        Reputation reputation = weight.reputation();
        return new OwnWeight(
                weight.role(),
                reputation.factor(),
                weight.points(),
                reputation.outcomes(),
                reputation.right(),
                Reputation.FEWEST,
                Reputation.HALF_LIFE.toDays());
    }
}
