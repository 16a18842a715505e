package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Group;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.approvals.policy.Separation;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who would be asked in one replay. What depends on the requester's place is looked up once for each place. */
final class ReplayStaff {

    private static final int MOST = 1_000;
    private static final List<Seat> LAST_RESORT =
            List.of(new Seat(new Approvers.Holders(Permission.REQUEST_DECIDE), 1));

    private static final Set<Separation> BY_PLACE = EnumSet.of(Separation.REPORTING_LINE, Separation.TEAM);

    private final OrganizationScope scope;
    private final Staff staff;
    private final Places places;
    private final Map<PersonId, Place> known = new HashMap<>();
    private final Map<Source, Set<PersonId>> found = new HashMap<>();

    ReplayStaff(OrganizationScope scope, Staff staff, Places places) {
        this.scope = scope;
        this.staff = staff;
        this.places = places;
    }

    private record Source(
            Approvers who, Set<TeamId> teams, @Nullable PersonId manager) {}

    /** Looks up where these people stand. */
    void meet(Collection<PersonId> people) {
        List<PersonId> strangers = people.stream()
                .filter(person -> !known.containsKey(person))
                .distinct()
                .toList();
        for (int from = 0; from < strangers.size(); from += MOST) {
            known.putAll(places.of(scope, strangers.subList(from, Math.min(strangers.size(), from + MOST))));
        }
    }

    String name(PersonId person) {
        Place place = known.get(person);
        return place == null ? "" : place.person().displayName();
    }

    /** Who may decide for the group, each with their weight. */
    Map<PersonId, Integer> members(Group group, PastRequests.Past past, Set<Separation> separation) {
        for (List<Seat> seats : List.of(group.seats(), group.fallback())) {
            Map<PersonId, Integer> members = members(seats, past, separation);
            if (!members.isEmpty()) {
                return members;
            }
        }
        return members(LAST_RESORT, past, separation);
    }

    private Map<PersonId, Integer> members(List<Seat> seats, PastRequests.Past past, Set<Separation> separation) {
        Place requester = known.get(past.requester());
        Map<PersonId, Integer> members = new HashMap<>();
        for (Seat seat : seats) {
            people(seat.who(), requester).forEach(person -> members.merge(person, seat.weight(), Math::max));
        }
        members.keySet().removeIf(person -> isTied(person, past, requester, separation));
        return members;
    }

    private Set<PersonId> people(Approvers who, @Nullable Place requester) {
        Set<TeamId> teams = requester == null ? Set.of() : requester.teamsAbove();
        Source source = switch (who) {
            case Approvers.Holders _, Approvers.Leads _ -> new Source(who, teams, null);
            case Approvers.Superior _ ->
                new Source(
                        who,
                        Set.of(),
                        requester == null || requester.line().isEmpty()
                                ? null
                                : requester.line().getFirst());
            case Approvers.Holding _,
                    Approvers.Someone _,
                    Approvers.Members _,
                    Approvers.Owner _,
                    Approvers.Contact _ -> new Source(who, Set.of(), null);
        };
        return found.computeIfAbsent(source, _ -> {
            Set<PersonId> people = staff.people(scope, who, requester, Set.of(), MOST);
            meet(people);
            return people;
        });
    }

    private boolean isTied(
            PersonId person, PastRequests.Past past, @Nullable Place requester, Set<Separation> separation) {
        if (person.equals(past.requester())
                || separation.contains(Separation.BENEFICIARY)
                        && past.beneficiaries().contains(person)
                || separation.contains(Separation.LAST_EDITOR) && past.editor().equals(person)) {
            return true;
        }
        Place place = known.get(person);
        if (place == null || Collections.disjoint(separation, BY_PLACE)) {
            return false;
        }
        return !Collections.disjoint(separation, staff.ties(place, requester));
    }
}
