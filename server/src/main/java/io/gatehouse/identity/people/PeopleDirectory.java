package io.gatehouse.identity.people;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.util.Collection;
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

    PeopleDirectory(Transactions transactions, PersonStore people, MembershipStore memberships) {
        this.transactions = transactions;
        this.people = people;
        this.memberships = memberships;
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
    public Set<Permission> permissions(OrganizationScope scope, PersonId person) {
        return transactions
                .read(scope, () -> memberships.active(scope.organization(), person))
                .map(Membership::permissions)
                .orElse(Set.of());
    }
}
