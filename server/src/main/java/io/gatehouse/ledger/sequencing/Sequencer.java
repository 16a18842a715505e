package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.LogKeys;
import io.gatehouse.ledger.checkpoint.Origins;
import io.gatehouse.ledger.checkpoint.ProvenKeys;
import io.gatehouse.ledger.tree.Edge;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sequences batches. Each is one transaction, so that nothing is ever half done, and begins by holding the lease's row under
 * its token: whoever lost the lease commits nothing.
 */
@Component
final class Sequencer {

    /** Entries in one batch; bounds memory and the time for which other batches wait. */
    static final int BATCH = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final Transactions transactions;
    private final LeaseStore leases;
    private final BatchStore store;
    private final LogKeys keys;
    private final Origins origins;
    private final Clock clock;
    private final Aside aside = new Aside();

    Sequencer(
            Transactions transactions,
            LeaseStore leases,
            BatchStore store,
            LogKeys keys,
            Origins origins,
            Clock clock) {
        this.transactions = transactions;
        this.leases = leases;
        this.store = store;
        this.keys = keys;
        this.origins = origins;
        this.clock = clock;
    }

    /** What became of a batch. */
    enum Outcome {
        /** Nothing waited, or no more than was taken. */
        DONE,
        /** More may wait. */
        FULL,
        /** Another node has the lease. */
        LOST
    }

    /** Sequences what waits, at most a batch of it. A tree that takes no entries any more does not hold up the others. */
    Outcome sequence(long token) {
        try {
            Outcome outcome = batch(token, null);
            aside.othersAreWell();
            return outcome;
        } catch (RuntimeException e) {
            LOG.warn("A batch of the ledger was not sequenced, trying organization by organization", e);
            return apart(token);
        }
    }

    /** Organizations whose entries could not be sequenced at the last attempt. */
    Set<OrganizationId> failing() {
        return aside.all();
    }

    private Outcome apart(long token) {
        Set<OrganizationId> set = aside.waiting();
        List<OrganizationId> others = transactions.installation(store::waiting).stream()
                .filter(organization -> !set.contains(organization))
                .toList();
        for (OrganizationId organization : others) {
            try {
                if (batch(token, organization) == Outcome.LOST) {
                    return Outcome.LOST;
                }
                aside.isWell(organization);
            } catch (RuntimeException e) {
                aside.set(organization);
                LOG.error("Entries of {} cannot be sequenced; they wait, and the others go on", organization, e);
            }
        }
        return Outcome.DONE;
    }

    private Outcome batch(long token, @Nullable OrganizationId only) {
        return transactions.installation(() -> {
            Set<OrganizationId> waiting = aside.waiting();
            if (!store.isAnythingPending(waiting)) {
                return Outcome.DONE;
            }
            if (!leases.hold(token)) {
                return Outcome.LOST;
            }
            List<BatchStore.Pending> batch = store.oldest(BATCH, only, waiting);
            ProvenKeys proven = keys.proven();
            write(grow(batch, proven), proven);
            store.remove(batch);
            return batch.size() == BATCH ? Outcome.FULL : Outcome.DONE;
        });
    }

    private Collection<Growth> grow(List<BatchStore.Pending> batch, ProvenKeys proven) {
        Map<OrganizationId, Growth> trees = new HashMap<>();
        Set<OrganizationId> organizations =
                batch.stream().map(BatchStore.Pending::organization).collect(Collectors.toSet());
        Resumption resumption = new Resumption(proven);
        store.heads(organizations, proven.versions())
                .forEach(head -> trees.put(head.organization(), resumption.of(head)));
        batch.stream()
                .sorted(Comparator.comparing(BatchStore.Pending::entry))
                .forEach(pending -> trees.computeIfAbsent(
                                pending.organization(), organization -> begin(organization, proven.latest()))
                        .append(pending.entry(), pending.hash()));
        return trees.values();
    }

    private Growth begin(OrganizationId organization, int key) {
        return new Growth(organization, origins.of(organization), key, Edge.empty());
    }

    private void write(Collection<Growth> grown, ProvenKeys proven) {
        store.insertTrees(grown.stream().filter(Growth::isNew).toList());
        store.insertLeaves(
                grown.stream().flatMap(growth -> growth.leaves().stream()).toList());
        store.insertNodes(
                grown.stream().flatMap(growth -> growth.nodes().stream()).toList());
        Instant now = clock.instant();
        store.insertCheckpoints(
                grown.stream()
                        .map(growth -> growth.seal(proven.get(growth.key()), now))
                        .toList(),
                now);
    }
}
