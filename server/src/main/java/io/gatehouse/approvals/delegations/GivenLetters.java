package io.gatehouse.approvals.delegations;

import io.gatehouse.identity.Addressees;
import io.gatehouse.identity.DelegationGiven;
import io.gatehouse.identity.DelegationLetters;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out what there is to say of a delegation; nothing any more when it is over. */
@Component
final class GivenLetters implements DelegationLetters {

    private final Transactions transactions;
    private final DelegationStore store;
    private final Addressees addressees;
    private final Organizations organizations;
    private final PublicAddress address;
    private final Clock clock;

    GivenLetters(
            Transactions transactions,
            DelegationStore store,
            Addressees addressees,
            Organizations organizations,
            PublicAddress address,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.addressees = addressees;
        this.organizations = organizations;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Optional<DelegationLetter> write(DelegationGiven given) {
        OrganizationScope scope = OrganizationScope.system(given.organization());
        return transactions
                .read(scope, () -> store.find(scope, given.delegation()))
                .filter(delegation -> !delegation.isOver(clock.instant()))
                .flatMap(delegation -> letter(organizations.of(scope), delegation, given.delegator()));
    }

    private Optional<DelegationLetter> letter(Organization organization, Delegation delegation, boolean delegator) {
        Delegation.Party reader = delegator ? delegation.from() : delegation.to();
        return addressees
                .find(reader.id())
                .map(person -> new DelegationLetter(
                        organization,
                        person,
                        delegator,
                        delegation.from().displayName(),
                        delegation.to().displayName(),
                        delegation.givenBy().displayName(),
                        delegation.startsAt(),
                        delegation.endsAt(),
                        address.of("/console/o/" + organization.slug() + "/away")));
    }
}
