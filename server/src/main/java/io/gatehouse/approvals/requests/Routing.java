package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.routing.Routed;
import io.gatehouse.approvals.routing.Router;
import io.gatehouse.identity.Places;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Routes a request by what is known of it at this moment. */
@Component
final class Routing {

    private final Router router;
    private final Places places;

    Routing(Router router, Places places) {
        this.router = router;
        this.places = places;
    }

    /** The path of a request, and why. */
    record Way(Path path, Map<String, String> skipped, KeptRequest.Routing why) {}

    Way way(OrganizationScope scope, Policy policy, NewRequest asked, PersonId requester) {
        var place = Optional.ofNullable(places.of(scope, List.of(requester)).get(requester));
        Map<String, Object> facts = router.facts(scope, asked, place);
        Routed routed = router.route(asked.kind(), policy, facts);
        return new Way(
                routed.path(), routed.skipped(), new KeptRequest.Routing(routed.route(), routed.reason(), facts));
    }
}
