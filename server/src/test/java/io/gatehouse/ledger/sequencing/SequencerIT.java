package io.gatehouse.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.AnotherNode;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every committed entry gets exactly one index, whoever writes and whoever sequences. */
@ServerTest
final class SequencerIT {

    private static final int WRITERS = 64;
    private static final int EACH = 12;

    private final Transactions transactions;
    private final Ledger ledger;
    private final Sequencer sequencer;
    private final SequencerThread thread;
    private final LeaseStore leases;
    private final JdbcClient jdbc;
    private final TestOrganizations organizations;
    private final TestOrganization acme;

    @Autowired
    SequencerIT(
            Transactions transactions,
            Ledger ledger,
            Sequencer sequencer,
            SequencerThread thread,
            LeaseStore leases,
            JdbcClient jdbc,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.sequencer = sequencer;
        this.thread = thread;
        this.leases = leases;
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
    }

    @Test
    void manyWritersAndRollbacksLeaveNoGapNoForkAndLoseNothing() throws Exception {
        TestOrganization other = organizations.enterprise();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                OrganizationScope scope = (writer % 4 == 0 ? other : acme).scope();
                all.add(writers.submit(() ->
                        IntStream.range(0, EACH).forEach(i -> write(scope, number + "-" + i, i % 3 == 2))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertComplete(acme, WRITERS * 3 / 4 * EACH * 2 / 3);
        assertComplete(other, WRITERS / 4 * EACH * 2 / 3);
    }

    @Test
    void whoLostTheLeaseCommitsNothing() {
        thread.stop();
        try {
            Lease paused = new Lease(transactions, leases);
            long old = paused.token().orElseThrow();
            endLease();
            Lease taken = new Lease(transactions, leases);
            long latest = taken.token().orElseThrow();
            assertThat(latest).isGreaterThan(old);
            write(acme.scope(), "one", false);
            assertThat(sequencer.sequence(old)).isEqualTo(Sequencer.Outcome.LOST);
            assertThat(leaves()).isZero();
            assertThat(sequencer.sequence(latest)).isNotEqualTo(Sequencer.Outcome.LOST);
            assertThat(leaves()).isPositive();
            taken.release();
        } finally {
            thread.start();
        }
    }

    @Test
    void nobodyTakesTheLeaseWhileItRuns() {
        thread.stop();
        try {
            Lease first = new Lease(transactions, leases);
            assertThat(first.token()).isPresent();
            assertThat(new Lease(transactions, leases).token()).isEmpty();
            first.release();
            Lease second = new Lease(transactions, leases);
            assertThat(second.token()).isPresent();
            assertThat(first.token()).isEmpty();
            second.release();
        } finally {
            thread.start();
        }
    }

    /** The lease's row is what a batch holds: whoever takes an ended lease waits for the batch, and then begins after it. */
    @Test
    void nobodyTakesTheLeaseWhileABatchIsOpen() throws Exception {
        thread.stop();
        try (ExecutorService thieves = Executors.newSingleThreadExecutor()) {
            Lease slow = new Lease(transactions, leases);
            long old = slow.token().orElseThrow();
            endLease();
            write(acme.scope(), "one", false);
            Lease thief = new Lease(transactions, leases);
            Future<OptionalLong> stealing = transactions.installation(() -> {
                assertThat(sequencer.sequence(old)).isEqualTo(Sequencer.Outcome.DONE);
                Future<OptionalLong> begun = thieves.submit(thief::token);
                awaitWhoWaitsForUs();
                assertThat(begun.isDone()).isFalse();
                return begun;
            });
            long latest = stealing.get().orElseThrow();
            assertThat(latest).isGreaterThan(old);
            long sequenced = leaves();
            assertThat(sequenced).as("the open batch was whole").isPositive();
            write(acme.scope(), "two", false);
            assertThat(sequencer.sequence(old)).isEqualTo(Sequencer.Outcome.LOST);
            assertThat(leaves()).isEqualTo(sequenced);
            assertThat(sequencer.sequence(latest)).isNotEqualTo(Sequencer.Outcome.LOST);
            assertThat(leaves()).isEqualTo(sequenced + 1);
            thief.release();
        } finally {
            thread.start();
        }
    }

    @Test
    void nodesThatFightForTheLeaseForkNothing() throws Exception {
        try (AnotherNode node = AnotherNode.start();
                ExecutorService robbers = Executors.newSingleThreadExecutor()) {
            assertThat(node.bean(SequencerThread.class).isRunning()).isTrue();
            Future<?> robbing = robbers.submit(() -> IntStream.range(0, 100).forEach(_ -> endLease()));
            for (int i = 0; i < 200; i++) {
                write(acme.scope(), Integer.toString(i), false);
            }
            robbing.get();
        }
        assertComplete(acme, 200);
    }

    @Test
    void whoeverInsertsAnEntryQueuesIt() {
        UUID entry = transactions.write(acme.scope(), () -> insertByHand("sha256('\\x00'::bytea || '{}')"));
        Awaitility.await()
                .until(() -> transactions.read(
                        acme.scope(),
                        () -> jdbc.sql("select exists (select from ledger.leaf where entry_id = ?)")
                                .param(entry)
                                .query(Boolean.class)
                                .single()));
    }

    @Test
    void noEntryIsKeptUnderAnotherHashThanItsOwn() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> transactions.write(acme.scope(), () -> insertByHand("sha256('another')")))
                .withMessageContaining("must be the hash of its canonical bytes");
    }

    @Test
    void theServersRoleCanNeitherChangeNorDeleteATree() {
        write(acme.scope(), "one", false);
        new TestLog(acme).sequenced();
        for (String table : List.of("leaf", "node", "checkpoint", "tree", "signing_key", "key_announcement", "entry")) {
            refused("delete from ledger." + table);
            refused("update ledger." + table + " set "
                    + (table.equals("signing_key") ? "made_by = null" : "organization_id = null"));
            refused("truncate ledger." + table + " cascade");
        }
        refused("update ledger.pending set hash = ''");
        refused("insert into ledger.pending select organization_id, gen_random_uuid(), hash from ledger.leaf");
        refused("delete from ledger.sequencer");
    }

    @Test
    void theServersRoleCannotTakeAnEntryOutOfTheQueueWithoutItsLeaf() {
        String attempt = "delete from ledger.pending where organization_id = '%s'".formatted(acme.id());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.write(acme.scope(), () -> {
                    ledger.append(acme.scope(), NewEntry.of("rule.lose", "rule", "lost", "Lost"));
                    jdbc.sql(attempt).update();
                }))
                .withStackTraceContaining("an entry that no tree has stays");
        assertThatExceptionOfType(DataAccessException.class)
                .as("nor with a leaf that has another hash")
                .isThrownBy(() -> transactions.write(acme.scope(), () -> {
                    ledger.append(acme.scope(), NewEntry.of("rule.lose", "rule", "lost", "Lost"));
                    jdbc.sql("insert into ledger.leaf select organization_id, 1000, entry_id, sha256('x')"
                                    + " from ledger.pending")
                            .update();
                    jdbc.sql(attempt).update();
                }))
                .withStackTraceContaining("an entry that no tree has stays");
    }

    private UUID insertByHand(String hash) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into ledger.entry (organization_id, id, recorded_at, actor_type, action, object_type,
                            object_id, correlation_id, canonical, leaf_hash, retention_class)
                        values (?, ?, now(), 'SYSTEM', 'rule.create', 'rule', 'r', 'c', '{}', %s, 'CONFIGURATION')
                        """.formatted(hash)).params(acme.id().value(), id).update();
        return id;
    }

    private void endLease() {
        transactions.installation(() ->
                jdbc.sql("update ledger.sequencer set until = '-infinity'").update());
    }

    /** Until another connection waits for what the open transaction holds. */
    private void awaitWhoWaitsForUs() {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!jdbc.sql(
                        "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("nobody waited").isLessThan(deadline);
        }
    }

    private void refused(String attempt) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(attempt)
                .isThrownBy(() -> transactions.installation(
                        acme.scope(), () -> jdbc.sql(attempt).update()))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    private void write(OrganizationScope scope, String name, boolean fails) {
        try {
            transactions.write(scope, () -> {
                ledger.append(scope, NewEntry.of(fails ? "rule.lose" : "rule.create", "rule", name, name));
                if (fails) {
                    throw new IllegalArgumentException("the change fails");
                }
            });
        } catch (IllegalArgumentException e) {
            assertThat(fails).isTrue();
        }
    }

    private long leaves() {
        return transactions.read(
                acme.scope(),
                () -> jdbc.sql("select count(*) from ledger.leaf")
                        .query(Long.class)
                        .single());
    }

    private static void assertComplete(TestOrganization organization, int count) {
        List<String> entries = new TestLog(organization).sequenced().entries();
        assertThat(entries.stream().filter(entry -> entry.contains("rule.create")))
                .hasSize(count)
                .doesNotHaveDuplicates();
        assertThat(entries).noneMatch(entry -> entry.contains("rule.lose"));
    }
}
