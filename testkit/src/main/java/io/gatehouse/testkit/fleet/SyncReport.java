package io.gatehouse.testkit.fleet;

import java.util.List;

/**
 * How a sync went.
 *
 * @param failure empty on success, else which stage failed and why
 * @param type what the sync turned out to be
 * @param eventsUploaded false where events remained; the rest of a full sync goes on all the same
 * @param notices what the person at the Mac was told, for instance "Tinkerbox is now allowed"
 */
public record SyncReport(
        String failure,
        SyncType type,
        boolean eventsUploaded,
        int rulesReceived,
        int rulesProcessed,
        List<String> notices,
        Traffic traffic) {

    /** Whether the sync came to its end. */
    public boolean succeeded() {
        return failure.isEmpty();
    }
}
