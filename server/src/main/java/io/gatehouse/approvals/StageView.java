package io.gatehouse.approvals;

import io.gatehouse.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a request's path as it stands.
 *
 * @param id within the path
 * @param name as the policy calls it
 * @param after ids of the stages that must have ended before
 * @param skipped why it is left out, null when it is not
 * @param since when it began, null until it does
 * @param oneRefusalEnds whether one refusal ends the request
 * @param needs how its groups belong together
 * @param groups all of them, in the order of the policy
 */
public record StageView(
        String id,
        String name,
        State state,
        Set<String> after,
        @Nullable String skipped,
        @Nullable Instant since,
        boolean oneRefusalEnds,
        Need needs,
        List<GroupView> groups) {

    /** Where a stage stands. */
    public enum State {
        WAITING,
        ACTIVE,
        SATISFIED,
        VETOED,
        SKIPPED,
        EXPIRED,
        CANCELLED
    }

    /** Whether a group's agreement is needed, that of all parts, that of any part, or that of the votes. */
    public enum Kind {
        GROUP,
        ALL,
        ANY,
        VOTES
    }

    /**
     * Whose agreement is needed.
     *
     * @param group its name; null for several parts and for votes
     * @param of the parts; empty for a group and for votes
     */
    public record Need(Kind kind, @Nullable String group, List<Need> of) {}

    /**
     * One group of a stage.
     *
     * @param weighed whether seats are counted by their weight instead of people
     * @param needed how many people must agree, or how much their seats must weigh; 0 until the stage begins, when it is a
     *     share
     * @param agreed how many did
     * @param silent who belongs to it and has not spoken
     */
    public record GroupView(String name, boolean weighed, int needed, int agreed, boolean met, Set<PersonId> silent) {}
}
