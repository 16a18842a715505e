package io.gatehouse.santa.devices;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.TagRef;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Devices as the API shows them. */
@Component
final class DeviceViews {

    private final Transactions transactions;
    private final DeviceStore store;
    private final People people;
    private final Clock clock;

    DeviceViews(Transactions transactions, DeviceStore store, People people, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    Page<Device> page(OrganizationScope scope, DeviceQuery query, String sort, @Nullable String cursor, int limit) {
        Instant now = clock.instant();
        return transactions.read(scope, () -> {
            Page<DeviceRow> page = store.page(scope.organization(), query, sort, cursor, limit, now);
            return new Page<>(devices(scope, page.items()), page.next());
        });
    }

    Device.Detail detail(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> {
            DeviceRow row = store.find(scope.organization(), id, clock.instant())
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no device " + id));
            return new Device.Detail(
                    devices(scope, List.of(row)).getFirst(),
                    row.osBuild(),
                    row.sipStatus(),
                    row.primaryUserGroups(),
                    row.enrolment(),
                    row.enrolledAt(),
                    row.credential(),
                    row.counts(),
                    row.rulesHash(),
                    Math.max(0, row.held()),
                    row.head(),
                    row.pushToken(),
                    row.requestedClean(),
                    CapabilityNotes.of(row.santaVersion()));
        });
    }

    private List<Device> devices(OrganizationScope scope, List<DeviceRow> rows) {
        Map<UUID, List<TagRef>> tags = store.tags(
                scope.organization(), rows.stream().map(DeviceRow::id).toList());
        List<PersonId> ownerIds = rows.stream()
                .map(DeviceRow::ownerId)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .distinct()
                .toList();
        Map<PersonId, PersonRef> owners = ownerIds.isEmpty() ? Map.of() : people.refs(scope, ownerIds);
        Map<DeviceStore.Held, Long> behind = store.behind(
                scope.organization(),
                rows.stream().flatMap(DeviceViews::held).distinct().toList());
        return rows.stream()
                .map(row -> device(
                        row,
                        tags.getOrDefault(row.id(), List.of()),
                        row.ownerId() == null ? null : owners.get(new PersonId(row.ownerId())),
                        held(row)
                                .mapToLong(held -> behind.getOrDefault(held, 0L))
                                .sum()))
                .toList();
    }

    /** The layers of a device: that of its tags and, where it has rules of its own, its own. */
    private static Stream<DeviceStore.Held> held(DeviceRow row) {
        DeviceStore.Held policy = new DeviceStore.Held(row.policyId(), row.held());
        return row.hasOwnLayer() ? Stream.of(policy, new DeviceStore.Held(row.id(), row.held())) : Stream.of(policy);
    }

    private static Device device(DeviceRow row, List<TagRef> tags, @Nullable PersonRef owner, long behind) {
        return new Device(
                row.id(),
                row.machineId(),
                row.hostname(),
                row.serialNumber(),
                row.modelIdentifier(),
                row.osVersion(),
                row.santaVersion(),
                row.clientMode(),
                tags,
                owner,
                row.primaryUser(),
                row.health(),
                row.lastSyncAt(),
                row.nextExpectedAt(),
                behind,
                row.retiredAt());
    }
}
