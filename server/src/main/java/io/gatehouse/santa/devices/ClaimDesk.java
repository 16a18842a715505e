package io.gatehouse.santa.devices;

import io.gatehouse.identity.Organization.OwnershipConfirmation;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens claims, and confirms at once those that the organization lets a Mac itself confirm. */
@Component
final class ClaimDesk implements OwnershipClaims {

    private final Transactions transactions;
    private final ClaimStore store;
    private final Organizations organizations;
    private final People people;
    private final Ledger ledger;

    ClaimDesk(Transactions transactions, ClaimStore store, Organizations organizations, People people, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.organizations = organizations;
        this.people = people;
        this.ledger = ledger;
    }

    @Override
    public void claim(OrganizationScope scope, UUID device, PersonId person) {
        transactions.write(
                scope,
                () -> store.lockUnowned(scope, device).ifPresent(mac -> {
                    if (confirms(scope, mac, person)) {
                        store.confirm(scope, device, person);
                        ledger.append(
                                scope,
                                NewEntry.of("device.assign-owner", "device", device, mac.name())
                                        .because("The Mac reports the person as its primary user")
                                        .change(
                                                Collections.singletonMap("ownerId", null),
                                                Map.of("ownerId", person.toString())));
                    } else if (store.open(scope, device, person)) {
                        ledger.append(
                                scope,
                                NewEntry.of(
                                                "ownership-claim.open",
                                                "ownership-claim",
                                                device + " " + person,
                                                mac.name())
                                        .change(null, Map.of("device", device, "person", person, "state", "OPEN")));
                    }
                }));
    }

    /** What a Mac says of its user is no proof: it counts only where the organization has chosen so. */
    private boolean confirms(OrganizationScope scope, ClaimStore.Mac mac, PersonId person) {
        PersonRef ref = people.refs(scope, List.of(person)).get(person);
        return organizations.of(scope).ownershipConfirmation() == OwnershipConfirmation.PRIMARY_USER_EMAIL
                && ref != null
                && ref.email().equalsIgnoreCase(mac.primaryUser());
    }
}
