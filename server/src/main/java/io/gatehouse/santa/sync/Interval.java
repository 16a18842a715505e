package io.gatehouse.santa.sync;

import java.util.UUID;

/** How long a Mac waits between syncs. The client adds no jitter of its own, so each device gets one, always the same. */
final class Interval {

    /** While somebody waits for a decision; also the shortest that clients honour. */
    private static final int SHORT_SECONDS = 60;

    private static final int STEPS = 2_001;

    private Interval() {}

    /**
     * Seconds until the next sync.
     *
     * @param configured 60 or more; a device's own interval is within a tenth of it
     */
    static int seconds(int configured, UUID device, int pendingRequests) {
        if (pendingRequests > 0) {
            return SHORT_SECONDS;
        }
        // From -1 to 1 in thousandths.
        double jitter = (Math.floorMod(device.hashCode() * 0x9E3779B9, STEPS) - 1_000) / 1_000.0;
        return Math.max(SHORT_SECONDS, (int) Math.round(configured * (1 + jitter / 10)));
    }
}
