package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.delegations.Handovers;
import io.gatehouse.approvals.engine.Approver;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.approvals.engine.Human;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Roster;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.approvals.engine.Standing;
import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds who belongs to the groups of a request, and by which right somebody decides, as the organization stands now. */
@Component
final class Staffing {

    /** Of a group whose members are more, only so many are counted. */
    private static final int MOST_MEMBERS = 1_000;

    /** Who decides where a policy names nobody who may. */
    private static final List<Seat> LAST_RESORT =
            List.of(new Seat(new Approvers.Holders(Permission.REQUEST_DECIDE), 1));

    private final Places places;
    private final Sources sources;
    private final Executors executors;
    private final Handovers handovers;
    private final Clock clock;

    Staffing(Places places, Sources sources, Executors executors, Handovers handovers, Clock clock) {
        this.places = places;
        this.sources = sources;
        this.executors = executors;
        this.handovers = handovers;
        this.clock = clock;
    }

    Surroundings around(OrganizationScope scope, Request request, NewRequest asked) {
        PersonId requester = request.ask().requester();
        return new Surroundings(
                places.of(scope, List.of(requester)).get(requester),
                executors.of(asked.kind()).owners(scope, asked));
    }

    /** The rosters of a stage that begins. */
    Map<String, Roster> rosters(OrganizationScope scope, Request request, Stage stage, Surroundings around) {
        return stage.plan().requirement().groups().stream()
                .collect(Collectors.toMap(Group::name, group -> roster(scope, request, group, around)));
    }

    private Roster roster(OrganizationScope scope, Request request, Group group, Surroundings around) {
        for (List<Seat> seats : List.of(group.seats(), group.fallback())) {
            Roster roster = roster(scope, request, seats, around);
            if (!roster.members().isEmpty()) {
                return roster;
            }
        }
        return roster(scope, request, LAST_RESORT, around);
    }

    /** Whom these seats name and nothing ties to the request. */
    Roster roster(OrganizationScope scope, Request request, List<Seat> seats, Surroundings around) {
        Map<PersonId, Integer> members = new HashMap<>();
        for (Seat seat : seats) {
            sources.people(scope, seat.who(), around, MOST_MEMBERS)
                    .forEach(person -> members.merge(person, seat.weight(), Math::max));
        }
        members.keySet().removeAll(excluded(scope, request, members.keySet(), around));
        return new Roster(members, Map.of(), seats);
    }

    private Set<PersonId> excluded(
            OrganizationScope scope, Request request, Collection<PersonId> people, Surroundings around) {
        Set<Separation> separation = request.path().separation();
        Set<PersonId> excluded = new HashSet<>();
        excluded.add(request.ask().requester());
        if (separation.contains(Separation.BENEFICIARY)) {
            excluded.addAll(request.ask().beneficiaries());
        }
        if (separation.contains(Separation.LAST_EDITOR)) {
            excluded.add(request.content().editor());
        }
        if (separation.contains(Separation.REPORTING_LINE) || separation.contains(Separation.TEAM)) {
            places.of(scope, people).forEach((person, place) -> {
                if (!Collections.disjoint(separation, ties(place, around))) {
                    excluded.add(person);
                }
            });
        }
        return excluded;
    }

    /** Somebody who wants to decide, with all rights that they have now: their own, and those handed on to them. */
    Approver approver(OrganizationScope scope, Request request, String kind, PersonId person, Surroundings around) {
        List<Handovers.Chain> chains = handovers.to(scope, person, clock.instant());
        Map<PersonId, Place> known = places.of(
                scope,
                Stream.concat(Stream.of(person), chains.stream().flatMap(Handovers.Chain::people))
                        .collect(Collectors.toSet()));
        Place place = known.get(person);
        if (place == null) {
            throw ApprovalProblem.NOT_AN_APPROVER.because("Only those who may act in the organization decide here");
        }
        List<Standing> standings = new ArrayList<>(standings(request, place, List.of(), around));
        chains.stream()
                .filter(chain -> chain.fits(kind, Sources.teamsAbove(around)) && isWhole(chain, known))
                .forEach(chain -> standings.addAll(standings(
                        request,
                        Objects.requireNonNull(known.get(chain.member())),
                        chain.links().stream()
                                .map(link -> handover(link, known, around))
                                .toList(),
                        around)));
        return new Approver(human(place, around), standings);
    }

    /** A right comes through members only, all of whom may act now. */
    static boolean isWhole(Handovers.Chain chain, Map<PersonId, Place> known) {
        return chain.people().map(known::get).allMatch(place -> place != null && place.member());
    }

    private static Standing.Handover handover(Handovers.Link link, Map<PersonId, Place> known, Surroundings around) {
        return new Standing.Handover(
                link.delegation(), human(Objects.requireNonNull(known.get(link.to())), around), link.until());
    }

    private static List<Standing> standings(
            Request request, Place place, List<Standing.Handover> chain, Surroundings around) {
        List<Standing> standings = new ArrayList<>();
        for (Stage stage : request.stages()) {
            if (stage.state() == Stage.State.ACTIVE) {
                stage.rosters()
                        .forEach((group, roster) -> seat(roster, place, around)
                                .ifPresent(seat -> standings.add(new Standing(
                                        stage.plan().id(),
                                        group,
                                        human(place, around),
                                        chain,
                                        Sources.authority(seat.who())))));
            }
        }
        return standings;
    }

    private static Optional<Seat> seat(Roster roster, Place place, Surroundings around) {
        return roster.seats().stream()
                .filter(seat -> Sources.names(seat.who(), place, around))
                .findFirst();
    }

    private static Human human(Place place, Surroundings around) {
        return new Human(place.person().id(), place.person().displayName(), ties(place, around));
    }

    static Set<Separation> ties(Place place, Surroundings around) {
        Place requester = around.requester();
        Set<Separation> ties = EnumSet.noneOf(Separation.class);
        if (requester == null) {
            return ties;
        }
        if (place.line().contains(requester.person().id())
                || requester.line().contains(place.person().id())) {
            ties.add(Separation.REPORTING_LINE);
        }
        if (!Collections.disjoint(place.teams(), requester.teams())) {
            ties.add(Separation.TEAM);
        }
        return ties;
    }

    /** The decisions that count and whose makers would have no right to make them now. */
    Set<UUID> unfounded(OrganizationScope scope, Request request, Surroundings around) {
        Map<PersonId, Place> now = places.of(
                scope,
                request.standing().stream()
                        .flatMap(made -> Stream.of(made.person(), made.member()))
                        .collect(Collectors.toSet()));
        Set<UUID> takenBack = handovers.takenBack(
                scope,
                request.standing().stream()
                        .flatMap(made -> made.delegations().stream())
                        .collect(Collectors.toSet()));
        return request.standing().stream()
                .filter(made ->
                        !Collections.disjoint(made.delegations(), takenBack) || !isFounded(request, made, now, around))
                .map(Decision::id)
                .collect(Collectors.toSet());
    }

    private static boolean isFounded(Request request, Decision made, Map<PersonId, Place> now, Surroundings around) {
        Place member = now.get(made.member());
        return now.containsKey(made.person())
                && member != null
                && request.stage(made.stage())
                        .map(stage -> stage.rosters().get(made.group()))
                        .flatMap(roster -> seat(roster, member, around))
                        .isPresent();
    }

    /** The authorities by which the open places of a stage are found. */
    static Set<String> openings(Stage stage, Surroundings around) {
        return stage.rosters().values().stream()
                .flatMap(roster -> roster.seats().stream())
                .flatMap(seat -> Sources.opening(seat.who(), around))
                .collect(Collectors.toSet());
    }
}
