package io.gatehouse.approvals.requests;

import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which authorities somebody's inbox finds what waits for them.
 *
 * @param own by their own right
 * @param lent by the right of others
 */
record Reach(Set<String> own, List<Lent> lent) {

    /**
     * The right of somebody else.
     *
     * @param kind of the requests; null: of every kind
     * @param requesters whose requests; null: everybody's
     */
    record Lent(
            PersonId member,
            Set<String> authorities,
            @Nullable String kind,
            @Nullable Set<PersonId> requesters) {}

    Set<String> all() {
        return Stream.concat(own.stream(), lent.stream().flatMap(each -> each.authorities().stream()))
                .collect(Collectors.toSet());
    }
}
