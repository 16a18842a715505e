package io.gatehouse.approvals;

import io.gatehouse.kernel.Page;

/**
 * What awaits somebody's word.
 *
 * @param waiting how many requests in all, counted up to {@link #MOST_COUNTED}
 */
public record Inbox(Page<RequestView> page, long waiting) {

    /** Beyond this nobody needs the exact number. */
    public static final int MOST_COUNTED = 1_000;
}
