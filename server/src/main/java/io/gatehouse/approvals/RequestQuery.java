package io.gatehouse.approvals;

import io.gatehouse.kernel.PersonId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list, newest first; absent filters let everything through.
 *
 * @param requesters who asked; nobody's when it is empty
 * @param text part of the title or of the requester's name, or a number with or without {@code #}
 * @param subjectKeys what the requests are about
 * @param cursor of an earlier page
 * @param limit 1 to 200
 */
public record RequestQuery(
        @Nullable RequestState state,
        @Nullable Collection<PersonId> requesters,
        @Nullable String text,
        @Nullable Collection<String> subjectKeys,
        @Nullable String cursor,
        int limit) {

    /** The latest requests about one of these things. */
    public static RequestQuery about(Collection<String> subjectKeys, @Nullable PersonId requester, int limit) {
        return new RequestQuery(null, requester == null ? null : List.of(requester), null, subjectKeys, null, limit);
    }
}
