package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.policies.PastRequests.Past;
import io.gatehouse.approvals.policies.ReplayReport.BusyApprover;
import io.gatehouse.approvals.policies.ReplayReport.Fate;
import io.gatehouse.approvals.policies.ReplayReport.ReplayedRequest;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.routing.Routed;
import io.gatehouse.approvals.routing.Router;
import io.gatehouse.identity.Places;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the requests of the last 90 days against a policy. */
@Component
final class Replay {

    private static final Duration REACH = Duration.ofDays(90);
    static final int MOST = 10_000;
    private static final int MOST_BUSY = 20;

    /** A policy's conditions are people's own: whatever they cost, a replay ends. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final PastRequests requests;
    private final Router router;
    private final Staff staff;
    private final Places places;

    Replay(PastRequests requests, Router router, Staff staff, Places places) {
        this.requests = requests;
        this.router = router;
        this.staff = staff;
        this.places = places;
    }

    ReplayReport of(OrganizationScope scope, String kind, Policy policy, Instant now, int told) {
        Instant since = now.minus(REACH);
        List<Past> all = requests.since(scope, kind, since, MOST + 1);
        ReplayStaff asking = new ReplayStaff(scope, staff, places);
        asking.meet(all.stream().map(Past::requester).toList());
        List<ReplayedRequest> replayed = new ArrayList<>();
        Map<PersonId, Integer> asked = new HashMap<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        for (Past past : all) {
            if (replayed.size() == MOST || System.nanoTime() - end > 0) {
                break;
            }
            replayed.add(replayed(kind, policy, past, asking, asked));
        }
        return report(since, replayed, replayed.size() == all.size(), busiest(asked, asking), told);
    }

    private ReplayedRequest replayed(
            String kind, Policy policy, Past past, ReplayStaff asking, Map<PersonId, Integer> asked) {
        Routed routed = router.route(kind, policy, router.facts(kind, Optional.empty(), past.facts()));
        ReplayTally tally =
                new ReplayTally(past, routed.path(), routed.skipped().keySet(), asking);
        tally.asked().forEach(person -> asked.merge(person, 1, Integer::sum));
        List<String> missing = tally.missing();
        Double hours = past.hours();
        return new ReplayedRequest(
                past.id(),
                past.number(),
                past.title(),
                past.state(),
                fate(past, tally, missing),
                past.route(),
                routed.route(),
                missing,
                tally.asked().size(),
                hours,
                hours == null ? null : hours * tally.steps() / past.steps());
    }

    private static Fate fate(Past past, ReplayTally tally, List<String> missing) {
        if (!past.isDecided()) {
            return Fate.UNDECIDED;
        }
        if (tally.isRefused()) {
            return Fate.REJECTED;
        }
        return missing.isEmpty() ? Fate.APPROVED : Fate.MORE_NEEDED;
    }

    private static ReplayReport report(
            Instant since, List<ReplayedRequest> all, boolean complete, List<BusyApprover> busiest, int told) {
        return new ReplayReport(
                since,
                all.size(),
                complete,
                (int) all.stream().filter(Replay::isChanged).count(),
                sum(all, ReplayedRequest::hoursBefore),
                sum(all, ReplayedRequest::hoursAfter),
                busiest,
                all.stream()
                        .filter(each -> isChanged(each) || !Objects.equals(each.routeBefore(), each.routeAfter()))
                        .sorted(Comparator.comparing(Replay::isChanged).reversed())
                        .limit(told)
                        .toList());
    }

    private static boolean isChanged(ReplayedRequest replayed) {
        return switch (replayed.after()) {
            case UNDECIDED -> false;
            case APPROVED -> replayed.before() != RequestState.APPROVED;
            case REJECTED -> replayed.before() != RequestState.REJECTED;
            case MORE_NEEDED -> true;
        };
    }

    private static double sum(List<ReplayedRequest> all, Function<ReplayedRequest, @Nullable Double> hours) {
        return all.stream()
                .flatMap(each -> Stream.ofNullable(hours.apply(each)))
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static List<BusyApprover> busiest(Map<PersonId, Integer> asked, ReplayStaff asking) {
        return asked.entrySet().stream()
                .sorted(Map.Entry.<PersonId, Integer>comparingByValue().reversed())
                .limit(MOST_BUSY)
                .map(each -> new BusyApprover(each.getKey(), asking.name(each.getKey()), each.getValue()))
                .toList();
    }
}
