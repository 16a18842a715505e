package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Quorum;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who would decide, and why.
 *
 * @param route that the request takes; null for the path of all others
 * @param reason why, in one sentence
 */
record Explanation(
        Map<String, Object> facts,
        List<TriedRoute> tried,
        @Nullable String route,
        String reason,
        List<AskedStage> stages) {

    /**
     * A route that was looked at.
     *
     * @param holds null when the facts give its condition no value
     */
    record TriedRoute(String route, String when, @Nullable Boolean holds) {}

    /**
     * A stage of the path.
     *
     * @param skipped why nobody is asked; null when somebody is
     */
    record AskedStage(
            String id,
            String name,
            Set<String> after,
            @Nullable String skipped,
            List<AskedGroup> groups) {}

    /** From which of its sources a group is staffed. */
    enum Staffed {
        SEATS,
        FALLBACK,
        LAST_RESORT
    }

    /**
     * The people of a group.
     *
     * @param count how many may decide; {@code people} names the first of them
     */
    record AskedGroup(
            String name,
            Quorum quorum,
            Staffed from,
            int count,
            List<AskedPerson> people,
            List<ExcludedPerson> excluded) {}

    /** Somebody who would be asked. */
    record AskedPerson(PersonId person, String name, String authority) {}

    /** Somebody whom a source names and a rule excludes. */
    record ExcludedPerson(PersonId person, String name, String authority, Separation rule) {}
}
