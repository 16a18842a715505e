package io.gatehouse.santa.ballot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much more, or less, somebody's votes weigh for how their earlier ones turned out: the mean of a Beta distribution
 * that begins even and forgets by half in 180 days, as a factor from 0.5 to 2.
 *
 * @param outcomes of earlier votes that are known
 * @param right how many of them were right
 * @param factor in hundredths; 100 as long as fewer than {@link #FEWEST} outcomes are known
 */
public record Reputation(int outcomes, int right, int factor) {

    /** Fewer outcomes say nothing. */
    public static final int FEWEST = 5;

    /** What weighs half as much each time that it passes. */
    public static final Duration HALF_LIFE = Duration.ofDays(180);

    private static final int EVEN = 100;

    /** One earlier vote whose thing was found good or bad at that time. */
    public record Outcome(boolean right, Instant at) {}

    /** From all outcomes that are known now. */
    public static Reputation of(List<Outcome> outcomes, Instant now) {
        int right = (int) outcomes.stream().filter(Outcome::right).count();
        if (outcomes.size() < FEWEST) {
            return new Reputation(outcomes.size(), right, EVEN);
        }
        double good = 1;
        double all = 2;
        for (Outcome outcome : outcomes) {
            double weight = weight(outcome, now);
            all += weight;
            good += outcome.right() ? weight : 0;
        }
        return new Reputation(outcomes.size(), right, (int) Math.round(EVEN * Math.pow(2, 2 * good / all - 1)));
    }

    private static double weight(Outcome outcome, Instant now) {
        double age = Math.max(0, Duration.between(outcome.at(), now).toSeconds());
        return Math.pow(0.5, age / HALF_LIFE.toSeconds());
    }
}
