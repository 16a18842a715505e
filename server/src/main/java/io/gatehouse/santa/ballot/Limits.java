package io.gatehouse.santa.ballot;

import org.jspecify.annotations.Nullable;

/**
 * How much is enough, in whole votes of weight 1.
 *
 * @param local to let those who are for it run it on their own Macs; null: votes never grant it
 * @param proposal to ask for everybody
 * @param condemnation of votes that say it looks bad, to end it without waiting for a review
 * @param largestShare what people of one department may bring towards any of these, in percent of it
 */
public record Limits(@Nullable Integer local, int proposal, int condemnation, int largestShare) {}
