package io.gatehouse.santa.sync.credential;

import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.Correlation;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.ChangedFields;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.santa.protocol.client.MachineId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Makes devices of Macs that come for the first time, and binds released ones anew; both stand in the book. */
@Component
class Enrolling {

    private static final Logger LOG = LoggerFactory.getLogger(Enrolling.class);

    private final Transactions transactions;
    private final EnrollingStore store;
    private final PolicyPublisher policies;
    private final Ledger ledger;
    private final Signals signals;

    Enrolling(
            Transactions transactions, EnrollingStore store, PolicyPublisher policies, Ledger ledger, Signals signals) {
        this.transactions = transactions;
        this.store = store;
        this.policies = policies;
        this.ledger = ledger;
        this.signals = signals;
    }

    /** Enrols a machine; does nothing when another call did so meanwhile. */
    void enrol(Presented presented, MachineId machine) {
        UUID id = Ids.next();
        OrganizationScope scope = new OrganizationScope(presented.organization(), Actor.device(id, machine.value()));
        boolean made = correlated(() -> transactions.write(scope, () -> make(scope, id, presented, machine)));
        if (made) {
            LOG.info("Device {} of organization {} enrolled", id, scope.organization());
            signals.announce(scope.organization(), Signals.Topic.DEVICE, 1);
        }
    }

    /** Binds a device that an admin released to what it comes with now. */
    void bindAnew(Presented presented, UUID device) {
        OrganizationScope scope =
                new OrganizationScope(presented.organization(), Actor.device(device, device.toString()));
        correlated(() -> transactions.write(scope, () -> {
            Binding before = store.lockBinding(scope, device);
            if (before.released()) {
                store.bind(scope, device, presented);
                ChangedFields fields = ChangedFields.between(
                        before.facts(), store.lockBinding(scope, device).facts());
                ledger.append(
                        scope,
                        NewEntry.of("device.bind", "device", device, device.toString())
                                .change(fields.before(), fields.after()));
            }
            return before.released();
        }));
    }

    private boolean make(OrganizationScope scope, UUID id, Presented presented, MachineId machine) {
        EnrollingStore.Enrolment enrolment = store.locked(scope, presented.enrolment());
        EnrollingStore.Known known = store.known(scope, machine.value());
        if (known == EnrollingStore.Known.ACTIVE) {
            return false;
        }
        if (known == EnrollingStore.Known.RETIRED) {
            throw new Refused(Refused.Reason.RETIRED);
        }
        Integer maximum = enrolment.maximumDevices();
        if (maximum != null && store.devices(scope, presented.enrolment()) >= maximum) {
            LOG.warn("Enrolment {} of organization {} is full", presented.enrolment(), scope.organization());
            throw new Refused(Refused.Reason.FULL);
        }
        List<UUID> tags = store.existing(scope, enrolment.tags());
        UUID policy = policies.policyFor(scope, tags);
        if (!store.add(scope, id, machine.value(), policy, presented)) {
            return false;
        }
        store.addTags(scope, id, tags);
        Map<String, @Nullable Object> after = store.lockBinding(scope, id).facts();
        after.put("machineId", machine.value());
        after.put("state", "ENROLLED");
        after.put("tagIds", tags.stream().map(UUID::toString).toList());
        ledger.append(
                scope,
                NewEntry.of("device.enrol", "device", id, machine.value()).change(null, after));
        return true;
    }

    private static boolean correlated(BooleanSupplier work) {
        try (MDC.MDCCloseable _ = Correlation.open(Correlation.current())) {
            return work.getAsBoolean();
        }
    }
}
