package io.gatehouse.approvals.policies;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a policy.
 *
 * @param blocks whether it must be mended before the policy can be published
 * @param route by name; null for the path of all others
 * @param stage by id; null when it is about the whole path
 * @param line of the condition that it is about, counted from 1; null when it is about none
 * @param column of that line, counted from 1
 */
record PolicyFinding(
        Kind kind,
        boolean blocks,
        @Nullable String route,
        @Nullable String stage,
        @Nullable String group,
        String message,
        @Nullable Integer line,
        @Nullable Integer column) {

    /** What kind of thing. */
    enum Kind {
        BROKEN_CONDITION,
        UNREACHABLE_ROUTE,
        UNREACHABLE_STAGE,
        IMPOSSIBLE_QUORUM,
        GROUP_TOO_SMALL,
        SEPARATION_DEAD_END,
        UNKNOWN_PERSON,
        UNKNOWN_TEAM,
        UNKNOWN_ROLE
    }
}
