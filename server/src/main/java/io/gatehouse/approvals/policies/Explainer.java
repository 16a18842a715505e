package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Fact;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.policies.Explanation.AskedGroup;
import io.gatehouse.approvals.policies.Explanation.AskedPerson;
import io.gatehouse.approvals.policies.Explanation.AskedStage;
import io.gatehouse.approvals.policies.Explanation.ExcludedPerson;
import io.gatehouse.approvals.policies.Explanation.Staffed;
import io.gatehouse.approvals.policies.Explanation.TriedRoute;
import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.Route;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.approvals.routing.Routed;
import io.gatehouse.approvals.routing.Router;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who would decide a request under a policy, as the organization stands now. */
@Component
final class Explainer {

    private static final int MOST = 1_000;
    private static final int MOST_NAMED = 50;
    private static final List<Seat> LAST_RESORT =
            List.of(new Seat(new Approvers.Holders(Permission.REQUEST_DECIDE), 1));

    private final Router router;
    private final Places places;
    private final Staff staff;

    Explainer(Router router, Places places, Staff staff) {
        this.router = router;
        this.places = places;
        this.staff = staff;
    }

    /** A request that nobody made: of whom, and with which facts; all others are as if nothing were known. */
    record ExampleRequest(PersonId requester, Map<String, Object> facts) {}

    private record Case(Staff.Earlier request, @Nullable Place requester, Set<Separation> separation) {}

    Explanation of(OrganizationScope scope, String kind, Policy policy, RequestId request) {
        Staff.Earlier earlier = staff.earlier(scope, request)
                .filter(found -> found.kind().equals(kind))
                .orElseThrow(
                        () -> ApprovalProblem.NO_SUCH_REQUEST.because("There is no such request of this kind here"));
        Place place = places.of(scope, List.of(earlier.requester())).get(earlier.requester());
        Map<String, Object> facts = router.facts(kind, Optional.ofNullable(place), earlier.facts());
        return explain(scope, kind, policy, earlier, place, facts);
    }

    Explanation of(OrganizationScope scope, String kind, Policy policy, ExampleRequest example) {
        PersonId requester = example.requester();
        Place place = places.of(scope, List.of(requester)).get(requester);
        if (place == null) {
            throw ProblemException.invalid("example.requester", "must be somebody who acts here");
        }
        refuseUnknown(kind, example.facts());
        Map<String, Object> facts = router.facts(kind, Optional.of(place), example.facts());
        Staff.Earlier asked = new Staff.Earlier(kind, requester, requester, Set.of(), Set.of(), facts);
        return explain(scope, kind, policy, asked, place, facts);
    }

    private void refuseUnknown(String kind, Map<String, Object> facts) {
        List<String> known = router.facts(kind).stream().map(Fact::name).toList();
        facts.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.invalid("example.facts", "names " + name + ", but there are only " + known);
                });
    }

    private Explanation explain(
            OrganizationScope scope,
            String kind,
            Policy policy,
            Staff.Earlier asked,
            @Nullable Place requester,
            Map<String, Object> facts) {
        Routed routed = router.route(kind, policy, facts);
        Case about = new Case(asked, requester, routed.path().separation());
        List<AskedStage> stages = routed.path().stages().stream()
                .map(stage -> stage(scope, stage, routed.skipped().get(stage.id()), about))
                .toList();
        return new Explanation(facts, tried(kind, policy, routed, facts), routed.route(), routed.reason(), stages);
    }

    private List<TriedRoute> tried(String kind, Policy policy, Routed routed, Map<String, Object> facts) {
        List<TriedRoute> tried = new ArrayList<>();
        for (Route route : policy.routes()) {
            tried.add(new TriedRoute(
                    route.name(),
                    route.when(),
                    router.holds(kind, route.when(), facts).orElse(null)));
            if (route.name().equals(routed.route())) {
                break;
            }
        }
        return tried;
    }

    private AskedStage stage(OrganizationScope scope, StagePlan stage, @Nullable String skipped, Case about) {
        List<AskedGroup> groups = skipped != null
                ? List.of()
                : stage.requirement().groups().stream()
                        .map(group -> group(scope, group, about))
                        .toList();
        return new AskedStage(stage.id(), stage.name(), stage.after(), skipped, groups);
    }

    private AskedGroup group(OrganizationScope scope, Group group, Case about) {
        AskedGroup seats = group(scope, group, Staffed.SEATS, group.seats(), about);
        if (seats.count() > 0) {
            return seats;
        }
        AskedGroup fallback = group(scope, group, Staffed.FALLBACK, group.fallback(), about);
        return fallback.count() > 0 ? fallback : group(scope, group, Staffed.LAST_RESORT, LAST_RESORT, about);
    }

    private AskedGroup group(OrganizationScope scope, Group group, Staffed from, List<Seat> seats, Case about) {
        Map<PersonId, String> named = new LinkedHashMap<>();
        for (Seat seat : seats) {
            staff.people(scope, seat.who(), about.requester(), about.request().owners(), MOST)
                    .forEach(person -> named.putIfAbsent(person, staff.authority(seat.who())));
        }
        List<AskedPerson> asked = new ArrayList<>();
        List<ExcludedPerson> excluded = new ArrayList<>();
        places.of(scope, named.keySet()).forEach((person, place) -> {
            String name = place.person().displayName();
            String authority = named.getOrDefault(person, "");
            tie(place, about)
                    .ifPresentOrElse(
                            rule -> excluded.add(new ExcludedPerson(person, name, authority, rule)),
                            () -> asked.add(new AskedPerson(person, name, authority)));
        });
        asked.sort(Comparator.comparing(AskedPerson::name)
                .thenComparing(each -> each.person().value()));
        return new AskedGroup(
                group.name(),
                group.quorum(),
                from,
                asked.size(),
                asked.stream().limit(MOST_NAMED).toList(),
                excluded.stream().limit(MOST_NAMED).toList());
    }

    private Optional<Separation> tie(Place place, Case about) {
        PersonId person = place.person().id();
        Set<Separation> ties = EnumSet.noneOf(Separation.class);
        ties.addAll(staff.ties(place, about.requester()));
        if (about.request().beneficiaries().contains(person)) {
            ties.add(Separation.BENEFICIARY);
        }
        if (about.request().editor().equals(person)) {
            ties.add(Separation.LAST_EDITOR);
        }
        ties.retainAll(about.separation());
        if (about.request().requester().equals(person)) {
            ties.add(Separation.REQUESTER);
        }
        return ties.stream().findFirst();
    }
}
