package io.gatehouse.approvals.policy;

/**
 * A source of approvers.
 *
 * @param weight what an agreement from it counts in a weighted quorum, 1 to 100
 */
public record Seat(Approvers who, int weight) {

    private static final int HEAVIEST = 100;

    /** Checks the weight. */
    public Seat {
        if (weight < 1 || weight > HEAVIEST) {
            throw Check.invalid("weight must be 1 to " + HEAVIEST + ", not " + weight);
        }
    }
}
