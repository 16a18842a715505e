package io.gatehouse.testkit.fleet.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Latencies in buckets that are at most 1/32 wide relative to their value; many threads may record at once. */
public final class Histogram {
    private static final int SUB_BITS = 5;
    private static final int SUB_COUNT = 1 << SUB_BITS;

    private final AtomicLongArray counts = new AtomicLongArray(SUB_COUNT * 60);

    /** Counts one latency. */
    public void record(long nanoseconds) {
        counts.incrementAndGet(bucket(Math.max(0, nanoseconds)));
    }

    private static int bucket(long value) {
        if (value < SUB_COUNT) {
            return (int) value;
        }
        int exponent = 63 - Long.numberOfLeadingZeros(value) - SUB_BITS;
        return (exponent + 1) * SUB_COUNT + (int) (value >>> exponent) - SUB_COUNT;
    }

    private static long highest(int bucket) {
        if (bucket < SUB_COUNT) {
            return bucket;
        }
        int exponent = bucket / SUB_COUNT - 1;
        long lowest = (long) (bucket % SUB_COUNT + SUB_COUNT) << exponent;
        return lowest + (1L << exponent) - 1;
    }

    /** How many were counted. */
    public long count() {
        long sum = 0;
        for (int bucket = 0; bucket < counts.length(); bucket++) {
            sum += counts.get(bucket);
        }
        return sum;
    }

    /** The latency that so many per cent stayed at or under, zero when nothing was counted. */
    public Duration percentile(double percent) {
        long wanted = (long) Math.ceil(count() * percent / 100);
        long seen = 0;
        for (int bucket = 0; bucket < counts.length(); bucket++) {
            seen += counts.get(bucket);
            if (seen >= wanted && seen > 0) {
                return Duration.ofNanos(highest(bucket));
            }
        }
        return Duration.ZERO;
    }
}
