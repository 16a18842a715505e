package io.gatehouse.identity.people;

import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Place;
import io.gatehouse.identity.Places;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Answers other modules where people stand, from what row-level security shows of the organization. */
@Service
final class PlaceDirectory implements Places {

    private static final List<Role> ADMINISTRATORS =
            Arrays.stream(Role.values()).filter(Role::administers).toList();

    private final Transactions transactions;
    private final MembershipStore memberships;
    private final TeamReach reach;
    private final PlaceStore store;
    private final Clock clock;

    PlaceDirectory(
            Transactions transactions, MembershipStore memberships, TeamReach reach, PlaceStore store, Clock clock) {
        this.transactions = transactions;
        this.memberships = memberships;
        this.reach = reach;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Map<PersonId, Place> of(OrganizationScope scope, Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return transactions.read(scope, () -> {
            var teams = store.teams(scope, people);
            var reporting = store.reporting(scope, people);
            Map<PersonId, Place> places = new LinkedHashMap<>();
            for (Membership membership : memberships.acting(scope.organization(), people)) {
                PersonId person = membership.person().id();
                places.put(
                        person,
                        place(
                                membership,
                                teams.getOrDefault(person, PlaceStore.Teams.NONE),
                                reporting.getOrDefault(person, PlaceStore.Reporting.UNKNOWN)));
            }
            return places;
        });
    }

    private static Place place(Membership membership, PlaceStore.Teams teams, PlaceStore.Reporting reporting) {
        return new Place(
                membership.person(),
                membership.grants().stream().anyMatch(grant -> grant.source() instanceof Grant.Source.Member),
                membership.roles(),
                membership.permissions(),
                membership.permissionsInTeams(),
                teams.own(),
                teams.above(),
                teams.led(),
                reporting.department(),
                reporting.line());
    }

    @Override
    public Set<PersonId> find(OrganizationScope scope, Sought sought, int limit) {
        return transactions.read(scope, () -> switch (sought) {
            case Sought.Holders(var permission, var teams) -> holders(scope, permission, teams, limit);
            case Sought.Holding(var role) -> set(store.holding(scope, List.of(role), limit));
            case Sought.Within(var team) -> set(store.among(scope, reach.people(scope, Set.of(team)), limit));
            case Sought.Leading(var teams) -> set(store.leading(scope, teams, limit));
            case Sought.Administrators _ -> set(store.holding(scope, ADMINISTRATORS, limit));
            case Sought.Named(var text) -> set(store.named(scope, text, limit));
        });
    }

    @Override
    public List<TeamRef> teams(OrganizationScope scope) {
        return transactions.read(scope, () -> store.teams(scope));
    }

    /** What engaged people may do depends on what they hold at the provider, so they are looked at one by one. */
    private Set<PersonId> holders(OrganizationScope scope, Permission permission, Set<TeamId> teams, int limit) {
        Set<PersonId> holders = new LinkedHashSet<>(store.holders(scope, permission, teams, limit));
        if (holders.size() < limit) {
            memberships.acting(scope.organization(), store.engaged(scope, clock.instant())).stream()
                    .filter(membership -> membership.permissions().contains(permission))
                    .map(membership -> membership.person().id())
                    .filter(person -> !holders.contains(person))
                    .sorted(Comparator.comparing(PersonId::value))
                    .limit(limit - holders.size())
                    .toList()
                    .forEach(holders::add);
        }
        return holders;
    }

    private static Set<PersonId> set(List<PersonId> people) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(people));
    }
}
