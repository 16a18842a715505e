package io.gatehouse.approvals.delegations;

import io.gatehouse.approvals.engine.Engine;
import io.gatehouse.kernel.PersonId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who hands on to whom, and whether one more may. */
final class Lines {

    private final Collection<Edge> edges;

    Lines(Collection<Edge> edges) {
        this.edges = edges;
    }

    /** One delegation. */
    record Edge(PersonId from, PersonId to) {}

    /** Whether what the one hands on would come back to them. */
    boolean closes(Edge more) {
        Set<PersonId> reached = new HashSet<>();
        Set<PersonId> last = Set.of(more.to());
        while (reached.addAll(last)) {
            last = next(last, Edge::from, Edge::to);
        }
        return reached.contains(more.from());
    }

    /** Whether a right would pass through more hands than the engine takes. Asked of what closes no circle. */
    boolean isTooLong(Edge more) {
        int before = depth(more.from(), Edge::to, Edge::from);
        int after = depth(more.to(), Edge::from, Edge::to);
        return before + 1 + after > Engine.LONGEST_CHAIN;
    }

    private int depth(PersonId start, Function<Edge, PersonId> near, Function<Edge, PersonId> far) {
        int depth = 0;
        Set<PersonId> last = next(Set.of(start), near, far);
        while (!last.isEmpty() && depth < Engine.LONGEST_CHAIN) {
            depth++;
            last = next(last, near, far);
        }
        return depth;
    }

    private Set<PersonId> next(Set<PersonId> people, Function<Edge, PersonId> near, Function<Edge, PersonId> far) {
        return edges.stream()
                .filter(edge -> people.contains(near.apply(edge)))
                .map(far)
                .collect(Collectors.toSet());
    }
}
