package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What earlier requests would have become under another policy, with the decisions that were made then. Estimates: whoever
 * was not asked then may have said anything.
 *
 * @param since of what time the requests are
 * @param looked how many were looked at, newest first
 * @param complete whether these are all since then
 * @param changed how many would have ended otherwise
 * @param hoursBefore how long the decided ones took together
 * @param hoursAfter how long they would have taken, were each step as long as then
 * @param busiest who would have been asked most often
 * @param requests those that would have ended otherwise or gone another way, as many as were wanted
 */
record ReplayReport(
        Instant since,
        int looked,
        boolean complete,
        int changed,
        double hoursBefore,
        double hoursAfter,
        List<BusyApprover> busiest,
        List<ReplayedRequest> requests) {

    /** What would have become of a request. */
    enum Fate {
        APPROVED,
        REJECTED,
        /** Those who agreed then would not have been enough. */
        MORE_NEEDED,
        /** It waits still, or was taken back. */
        UNDECIDED
    }

    /** How often somebody would have been asked. */
    record BusyApprover(PersonId person, String name, int requests) {}

    /**
     * One request.
     *
     * @param routeBefore null for the path of all others
     * @param missing ids of the stages that would not have been satisfied
     * @param asked how many people would have been asked
     */
    record ReplayedRequest(
            UUID request,
            long number,
            String title,
            RequestState before,
            Fate after,
            @Nullable String routeBefore,
            @Nullable String routeAfter,
            List<String> missing,
            int asked,
            @Nullable Double hoursBefore,
            @Nullable Double hoursAfter) {}
}
