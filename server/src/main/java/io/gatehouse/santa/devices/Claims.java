package io.gatehouse.santa.devices;

import io.gatehouse.identity.Organization.OwnershipConfirmation;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.DeviceRef;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims of people that a Mac is theirs, and what becomes of them. */
@Component
final class Claims implements OwnershipClaims {

    private static final int LISTED = 1_000;

    private final Transactions transactions;
    private final ClaimStore store;
    private final DeviceWriteStore devices;
    private final DeviceEditing editing;
    private final Organizations organizations;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    Claims(
            Transactions transactions,
            ClaimStore store,
            DeviceWriteStore devices,
            DeviceEditing editing,
            Organizations organizations,
            People people,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.devices = devices;
        this.editing = editing;
        this.organizations = organizations;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * An open claim as the API shows it.
     *
     * @param primaryUser what the Mac says of its user; a hint, not a proof
     */
    record Shown(UUID id, DeviceRef device, PersonRef person, String primaryUser, Instant createdAt) {}

    List<Shown> open(OrganizationScope scope) {
        return transactions.read(scope, () -> {
            List<ClaimStore.Claim> claims = store.open(scope.organization(), LISTED);
            Map<PersonId, PersonRef> claimants = people.refs(
                    scope,
                    claims.stream().map(ClaimStore.Claim::person).distinct().toList());
            return claims.stream()
                    .filter(claim -> claimants.containsKey(claim.person()))
                    .map(claim -> new Shown(
                            claim.id(),
                            claim.device(),
                            Objects.requireNonNull(claimants.get(claim.person())),
                            claim.primaryUser(),
                            claim.createdAt()))
                    .toList();
        });
    }

    @Override
    public void claim(OrganizationScope scope, UUID device, PersonId person) {
        transactions.write(scope, () -> {
            DeviceWriteStore.Locked locked = locked(scope, device);
            UUID id = Ids.next();
            if (locked.ownerId() != null || !store.open(scope.organization(), id, device, person)) {
                return;
            }
            ledger.append(
                    scope,
                    NewEntry.of(
                                    "ownership-claim.open",
                                    "device",
                                    device,
                                    locked.ref().displayName())
                            .change(Map.of(), ClaimStore.fact(id, person, ClaimStore.State.OPEN)));
            if (confirmsItself(scope, locked.primaryUser(), person)) {
                editing.own(scope, locked, person);
            }
        });
    }

    /** Makes the claimant the owner. */
    void confirm(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            ClaimStore.Claim claim = lockedClaim(scope, id);
            if (people.permissions(scope, claim.person()).isEmpty()) {
                throw CommonProblem.CONFLICT.because("The claimant is no active member any more");
            }
            editing.own(scope, locked(scope, claim.device().id()), claim.person());
        });
    }

    void refuse(OrganizationScope scope, UUID id, @Nullable String reason) {
        String why = Texts.reason(reason);
        transactions.write(scope, () -> {
            ClaimStore.Claim claim = lockedClaim(scope, id);
            store.refuse(scope.organization(), id, clock.instant());
            ledger.append(
                    scope,
                    NewEntry.of(
                                    "ownership-claim.refuse",
                                    "device",
                                    claim.device().id(),
                                    claim.device().displayName())
                            .because(why)
                            .change(
                                    ClaimStore.fact(id, claim.person(), ClaimStore.State.OPEN),
                                    ClaimStore.fact(id, claim.person(), ClaimStore.State.REFUSED)));
        });
    }

    private boolean confirmsItself(OrganizationScope scope, String primaryUser, PersonId person) {
        if (organizations.of(scope).ownershipConfirmation() != OwnershipConfirmation.PRIMARY_USER_EMAIL) {
            return false;
        }
        PersonRef claimant = people.refs(scope, List.of(person)).get(person);
        return claimant != null && isNamedBy(primaryUser, claimant.email());
    }

    /** Whether what a Mac reports as its user is that whole e-mail address: its local part alone may be many people's. */
    static boolean isNamedBy(String primaryUser, String email) {
        String user = primaryUser.strip();
        return !user.isEmpty() && user.equalsIgnoreCase(email);
    }

    private DeviceWriteStore.Locked locked(OrganizationScope scope, UUID device) {
        return devices.lock(scope.organization(), List.of(device)).stream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no device " + device));
    }

    private ClaimStore.Claim lockedClaim(OrganizationScope scope, UUID id) {
        return store.lockOpen(scope.organization(), id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no open claim " + id));
    }
}
