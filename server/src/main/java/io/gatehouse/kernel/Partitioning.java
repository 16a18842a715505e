package io.gatehouse.kernel;

import java.time.Duration;

/**
 * A table that grows with time and is divided by it. Each module that owns one has a bean that names it; {@link Partitions}
 * makes its partitions and drops those that are too old. The table has a partition named {@code …_default} for times far
 * from now.
 *
 * @param table with its schema; partitioned by range over one timestamptz column
 * @param column by which it is partitioned
 * @param days how many days one partition holds
 * @param kept how long rows are kept, counted from the end of their partition
 */
public record Partitioning(String table, String column, int days, Duration kept) {

    public Partitioning {
        int shortest = (Partitions.BEHIND + 1) * days;
        if (kept.toDays() < shortest) {
            throw new IllegalArgumentException("Rows of " + table + " must be kept for " + shortest + " days or more");
        }
    }
}
