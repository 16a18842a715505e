package io.gatehouse.approvals.policy;

import java.util.List;

/**
 * People of whom enough must agree.
 *
 * @param name within its stage, as people call it, 1 to 120 characters
 * @param seats 1 to 20; a person on several has the heaviest
 * @param fallback seats that count instead when the others name nobody who may decide, at most 20; after them come the
 *     holders of {@code request.decide}
 */
public record Group(String name, List<Seat> seats, List<Seat> fallback, Quorum quorum) implements Requirement {

    private static final int MOST_SEATS = 20;

    /** Checks the bounds. */
    public Group {
        Check.name("group", name);
        seats = List.copyOf(seats);
        fallback = List.copyOf(fallback);
        if (seats.isEmpty()) {
            throw Check.invalid("group " + name + " needs seats");
        }
        Check.atMost("seats of group " + name, seats.size(), MOST_SEATS);
        Check.atMost("fallback of group " + name, fallback.size(), MOST_SEATS);
    }

    @Override
    public List<Group> groups() {
        return List.of(this);
    }

    @Override
    public int depth() {
        return 1;
    }
}
