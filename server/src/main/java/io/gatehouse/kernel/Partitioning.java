package io.gatehouse.kernel;

/**
 * A table that grows with time and is divided by it. Each module that owns one has a bean that names it; the partitions
 * are made by {@link PartitionKeeper}. The table has a partition named {@code …_default} for times far from now.
 *
 * @param table with its schema; partitioned by range over one timestamptz column
 * @param days how many days one partition holds
 */
public record Partitioning(String table, int days) {}
