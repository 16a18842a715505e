package io.gatehouse.approvals.policy;

import io.gatehouse.kernel.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Who decides about one kind of request. A request takes the first route whose condition its facts meet, else the path
 * {@code otherwise}: no request is ever approved for want of a route.
 *
 * @param name as people call it, 1 to 120 characters
 * @param routes at most 50, tried in this order
 */
public record Policy(String name, List<Route> routes, Path otherwise) {

    private static final int MOST_ROUTES = 50;

    /** The policy of an organization that has published none: one holder of {@code request.decide} agrees. */
    public static final Policy DEFAULT = new Policy("One approver", List.of(), oneApprover());

    /** Checks the bounds. */
    public Policy {
        Check.name("name", name);
        routes = List.copyOf(routes);
        Check.atMost("routes", routes.size(), MOST_ROUTES);
        Check.distinct("routes", routes.stream().map(Route::name).toList());
    }

    private static Path oneApprover() {
        Group deciders = new Group(
                "Deciders",
                List.of(new Seat(new Approvers.Holders(Permission.REQUEST_DECIDE), 1)),
                List.of(),
                new Quorum.Minimum(1));
        StagePlan decision =
                new StagePlan("decision", "Decision", Set.of(), null, deciders, Veto.ENDS, Set.of(), List.of());
        return new Path(List.of(decision), Set.of(Separation.REQUESTER), Duration.ofDays(90), Duration.ofDays(7), null);
    }
}
