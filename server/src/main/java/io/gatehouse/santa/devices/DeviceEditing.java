package io.gatehouse.santa.devices;

import io.gatehouse.identity.People;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.AfterCommit;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.policy.PolicyPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What admins decide about devices: tags, owner, credential, retirement. */
@Component
final class DeviceEditing {

    /** Most devices in one call. */
    static final int MAXIMUM = 1_000;

    private final Transactions transactions;
    private final DeviceWriteStore store;
    private final ClaimStore claims;
    private final Scopes scopes;
    private final List<ScopeUse> uses;
    private final PolicyPublisher publisher;
    private final People people;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Signals signals;
    private final DeviceSettings settings;
    private final Clock clock;

    DeviceEditing(
            Transactions transactions,
            DeviceWriteStore store,
            ClaimStore claims,
            Scopes scopes,
            List<ScopeUse> uses,
            PolicyPublisher publisher,
            People people,
            Ledger ledger,
            ApplicationEventPublisher events,
            Signals signals,
            DeviceSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.claims = claims;
        this.scopes = scopes;
        this.uses = uses;
        this.publisher = publisher;
        this.people = people;
        this.ledger = ledger;
        this.events = events;
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a change of many devices does. */
    enum BulkAction {
        ADD_TAGS,
        REMOVE_TAGS
    }

    /** How many devices were changed, and which not. */
    record Outcome(int changed, List<Refusal> refused) {}

    /** A device that was not changed. */
    record Refusal(UUID id, String reason) {}

    void setTags(OrganizationScope scope, UUID id, @Nullable List<UUID> tagIds) {
        Set<UUID> tags = new LinkedHashSet<>(tagIds == null ? List.of() : tagIds);
        transactions.write(scope, () -> {
            requireTags(scope, tags);
            DeviceWriteStore.Locked device = locked(scope, id);
            retag(scope, Map.of(device, tags), null);
        });
    }

    Outcome bulk(
            OrganizationScope scope,
            @Nullable List<UUID> ids,
            @Nullable BulkAction action,
            @Nullable List<UUID> tagIds) {
        if (ids == null || ids.isEmpty() || ids.size() > MAXIMUM) {
            throw ProblemException.invalid("ids", "must be 1 to " + MAXIMUM + " devices");
        }
        if (action == null) {
            throw ProblemException.invalid("action", "must be ADD_TAGS or REMOVE_TAGS");
        }
        Set<UUID> tags = new LinkedHashSet<>(tagIds == null ? List.of() : tagIds);
        return transactions.write(scope, () -> {
            requireTags(scope, tags);
            List<DeviceWriteStore.Locked> devices = store.lock(scope.organization(), ids);
            Map<DeviceWriteStore.Locked, Set<UUID>> wanted = new LinkedHashMap<>();
            devices.forEach(device -> wanted.put(device, combined(device.tagIds(), action, tags)));
            retag(scope, wanted, null);
            Set<UUID> missing = new LinkedHashSet<>(ids);
            devices.forEach(device -> missing.remove(device.ref().id()));
            return new Outcome(
                    devices.size(),
                    missing.stream()
                            .map(id -> new Refusal(id, "there is no such device"))
                            .toList());
        });
    }

    /** Takes a tag that goes off all its devices, retired ones too; joins the open transaction. */
    void takeOff(OrganizationScope scope, UUID tag) {
        Map<DeviceWriteStore.Locked, Set<UUID>> wanted = new LinkedHashMap<>();
        store.lockTagged(scope.organization(), tag)
                .forEach(device -> wanted.put(device, combined(device.tagIds(), BulkAction.REMOVE_TAGS, Set.of(tag))));
        retag(scope, wanted, "Its tag is gone");
    }

    /** Makes a member the owner, or nobody; open claims for the device are thereby decided. */
    void setOwner(OrganizationScope scope, UUID id, @Nullable PersonId person) {
        transactions.write(scope, () -> {
            if (person != null && people.permissions(scope, person).isEmpty()) {
                throw ProblemException.invalid("personId", "must be an active member of this organization, or null");
            }
            DeviceWriteStore.Locked device = locked(scope, id);
            if (!Objects.equals(device.ownerId(), person == null ? null : person.value())) {
                own(scope, device, person);
            }
        });
    }

    /** Writes the owner of a locked device and what follows from it. */
    void own(OrganizationScope scope, DeviceWriteStore.Locked device, @Nullable PersonId person) {
        UUID id = device.ref().id();
        store.setOwner(scope.organization(), id, person == null ? null : person.value());
        List<ClaimStore.Decided> decided =
                person == null ? List.of() : claims.decideAll(scope.organization(), id, person, clock.instant());
        Map<String, @Nullable Object> before = owner(device.ownerId());
        Map<String, @Nullable Object> after = owner(person == null ? null : person.value());
        decided.forEach(claim -> {
            before.putAll(ClaimStore.fact(claim.id(), claim.person(), ClaimStore.State.OPEN));
            after.putAll(ClaimStore.fact(claim.id(), claim.person(), claim.state()));
        });
        ledger.append(
                scope,
                NewEntry.of("device.assign-owner", "device", id, device.ref().displayName())
                        .change(before, after));
        events.publishEvent(new DeviceOwnerChanged(scope, id));
        announce(scope, 1);
    }

    /** Lets the device's next contact with a valid credential bind it anew. */
    void releaseCredential(OrganizationScope scope, UUID id, @Nullable String reason) {
        String why = Texts.reason(reason);
        transactions.write(scope, () -> {
            DeviceWriteStore.Locked device = locked(scope, id);
            Instant now = clock.instant();
            if (store.releaseCredential(scope.organization(), id, now, now.plus(settings.releaseLasts()))) {
                ledger.append(
                        scope,
                        NewEntry.of(
                                        "device.release-credential",
                                        "device",
                                        id,
                                        device.ref().displayName())
                                .because(why)
                                .change(Map.of("credentialReleased", false), Map.of("credentialReleased", true)));
            }
        });
    }

    /** Takes a release back that no credential has used yet. */
    void keepCredential(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            DeviceWriteStore.Locked device = locked(scope, id);
            if (store.keepCredential(scope.organization(), id)) {
                ledger.append(
                        scope,
                        NewEntry.of(
                                        "device.keep-credential",
                                        "device",
                                        id,
                                        device.ref().displayName())
                                .change(Map.of("credentialReleased", true), Map.of("credentialReleased", false)));
            }
        });
    }

    /** Takes a device out of service; rules and settings of its own go with it. */
    void retire(OrganizationScope scope, UUID id, @Nullable String reason) {
        String why = Texts.reason(reason);
        transactions.write(scope, () -> {
            DeviceWriteStore.Locked device = locked(scope, id);
            uses.forEach(use -> use.scopeGoes(scope, ScopeChoice.device(id)));
            store.retire(scope.organization(), id, clock.instant());
            ledger.append(
                    scope,
                    NewEntry.of("device.retire", "device", id, device.ref().displayName())
                            .because(why)
                            .change(Map.of("state", "ENROLLED"), Map.of("state", "RETIRED")));
            announce(scope, 1);
        });
    }

    /** Takes a retired device back into service, with the tags that it had; rules and settings of its own stay gone. */
    void restore(OrganizationScope scope, UUID id, @Nullable String reason) {
        String why = Texts.reason(reason);
        transactions.write(scope, () -> {
            DeviceRef device = store.restore(scope.organization(), id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no retired device " + id));
            publisher.deviceTagsChanged(scope, List.of(id));
            ledger.append(
                    scope,
                    NewEntry.of("device.restore", "device", id, device.displayName())
                            .because(why)
                            .change(Map.of("state", "RETIRED"), Map.of("state", "ENROLLED")));
            announce(scope, 1);
        });
    }

    private void retag(
            OrganizationScope scope, Map<DeviceWriteStore.Locked, Set<UUID>> wanted, @Nullable String reason) {
        Map<UUID, Set<UUID>> changed = new LinkedHashMap<>();
        List<UUID> inService = new ArrayList<>();
        List<NewEntry> entries = new ArrayList<>();
        wanted.forEach((device, tags) -> {
            if (!tags.equals(Set.copyOf(device.tagIds()))) {
                UUID id = device.ref().id();
                changed.put(id, tags);
                entries.add(
                        NewEntry.of("device.tags", "device", id, device.ref().displayName())
                                .because(reason)
                                .change(tagIds(device.tagIds()), tagIds(tags)));
                if (!device.retired()) {
                    inService.add(id);
                }
            }
        });
        if (!changed.isEmpty()) {
            store.setTags(scope.organization(), changed);
            ledger.append(scope, entries);
            announce(scope, changed.size());
            publisher.deviceTagsChanged(scope, inService);
        }
    }

    private void requireTags(OrganizationScope scope, Set<UUID> tags) {
        if (tags.size() > TagEditing.MAXIMUM
                || !scopes.tags(scope, tags).keySet().containsAll(tags)) {
            throw ProblemException.invalid("tagIds", "must be tags of this organization");
        }
    }

    private DeviceWriteStore.Locked locked(OrganizationScope scope, UUID id) {
        return store.lock(scope.organization(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no device " + id));
    }

    private void announce(OrganizationScope scope, int count) {
        AfterCommit.run(() -> signals.announce(scope.organization(), Signals.Topic.DEVICE, count));
    }

    private static Set<UUID> combined(Collection<UUID> present, BulkAction action, Set<UUID> tags) {
        Set<UUID> combined = new LinkedHashSet<>(present);
        switch (action) {
            case ADD_TAGS -> combined.addAll(tags);
            case REMOVE_TAGS -> combined.removeAll(tags);
        }
        return combined;
    }

    private static Map<String, @Nullable Object> tagIds(Collection<UUID> tags) {
        return Map.of("tagIds", tags.stream().sorted().map(UUID::toString).toList());
    }

    private static Map<String, @Nullable Object> owner(@Nullable UUID owner) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("ownerId", owner == null ? null : owner.toString());
        return facts;
    }
}
