package io.gatehouse.identity.people;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Answers other modules from what row-level security shows of the organization. */
@Service
final class PeopleDirectory implements People {

    private final Transactions transactions;
    private final PersonStore people;
    private final MembershipStore memberships;
    private final TeamReach teams;
    private final PlaceStore places;

    PeopleDirectory(
            Transactions transactions,
            PersonStore people,
            MembershipStore memberships,
            TeamReach teams,
            PlaceStore places) {
        this.transactions = transactions;
        this.people = people;
        this.memberships = memberships;
        this.teams = teams;
        this.places = places;
    }

    @Override
    public Map<PersonId, PersonRef> refs(OrganizationScope scope, Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return transactions.read(scope, () -> people.findAll(ids)).stream()
                .collect(Collectors.toMap(PersonRef::id, Function.identity()));
    }

    @Override
    public Optional<PersonRef> memberByEmail(OrganizationScope scope, String email) {
        return transactions.read(
                scope,
                () -> people.findByEmail(Persons.normalize(email))
                        .filter(person -> memberships
                                .active(scope.organization(), person.id())
                                .isPresent()));
    }

    @Override
    public Set<Permission> permissionsOver(OrganizationScope scope, PersonId person, PersonId other) {
        return transactions.read(
                scope,
                () -> memberships
                        .active(scope.organization(), person)
                        .map(membership -> over(scope, membership, other))
                        .orElse(Set.of()));
    }

    @Override
    public Set<PersonId> inTeams(OrganizationScope scope, Collection<TeamId> ids) {
        return ids.isEmpty() ? Set.of() : transactions.read(scope, () -> teams.people(scope, ids));
    }

    private Set<Permission> over(OrganizationScope scope, Membership membership, PersonId other) {
        Map<Permission, Set<TeamId>> limited = membership.permissionsInTeams();
        if (limited.isEmpty()) {
            return membership.permissions();
        }
        Set<TeamId> above = places.teams(scope, List.of(other))
                .getOrDefault(other, PlaceStore.Teams.NONE)
                .above();
        EnumSet<Permission> all = EnumSet.copyOf(membership.permissions());
        limited.forEach((permission, held) -> {
            if (!Collections.disjoint(held, above)) {
                all.add(permission);
            }
        });
        return all;
    }

    @Override
    public Set<Permission> permissions(OrganizationScope scope, PersonId person) {
        return transactions
                .read(scope, () -> memberships.active(scope.organization(), person))
                .map(Membership::permissions)
                .orElse(Set.of());
    }
}
