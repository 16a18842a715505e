package io.gatehouse.ledger.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the owner of the database changes behind the server's back is found, and named. */
@ServerTest
final class TamperingIT {

    private static final int ENTRIES = 300;
    private static final int ALL = 1_000;

    /** An entry somewhere in the middle, by its place in the tree. */
    private static final String IN_ENTRY = " where organization_id = ? and id = (select l.entry_id from ledger.leaf l"
            + " where l.organization_id = entry.organization_id and l.index = 10)";

    private final Transactions transactions;
    private final Ledger ledger;
    private final Walker walker;
    private final QueueCheck queue;
    private final AlarmStore alarms;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final TestOrganizations organizations;
    private final TestOrganization acme;

    @Autowired
    TamperingIT(
            Transactions transactions,
            Ledger ledger,
            Walker walker,
            QueueCheck queue,
            AlarmStore alarms,
            JdbcClient jdbc,
            TestClock clock,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.walker = walker;
        this.queue = queue;
        this.alarms = alarms;
        this.jdbc = jdbc;
        this.clock = clock;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        organizations.breakLedger(acme);
        append(ENTRIES);
        new TestLog(acme).sequenced();
    }

    /** Some attacks leave a tree that takes no entries any more, such as the one about the alarm. */
    @AfterEach
    void emptyQueue() {
        OwnerDatabase.emptyQueue(acme.id());
    }

    @Test
    void aTreeThatTakesNothingMoreDoesNotHoldUpOthers() {
        tamper("delete from ledger.checkpoint where organization_id = ?");
        append(1);
        TestOrganization other = organizations.enterprise();
        append(other, 1);
        new TestLog(other).sequenced();
        assertFound(Finding.CHECKPOINT_CHANGED, null);
    }

    @Test
    void anHonestBookRaisesNoAlarmHoweverOftenItIsLookedAt() {
        assertThat(walker.walk(acme.id(), Walk.NEW, ALL)).isPositive();
        append(ENTRIES);
        new TestLog(acme).sequenced();
        for (int i = 0; i < 2; i++) {
            walker.walk(acme.id(), Walk.NEW, ALL);
            walker.walk(acme.id(), Walk.WHOLE, ALL);
        }
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aWalkGoesOnWhereItWasLeftAndStillMeetsTheEnd() {
        append(3 * Walker.PART);
        new TestLog(acme).sequenced();
        assertThat(walker.walk(acme.id(), Walk.WHOLE, 1)).isZero();
        assertThat(walker.walk(acme.id(), Walk.WHOLE, 1)).isZero();
        tamper("update ledger.leaf set hash = sha256('x') where organization_id = ? and index = " + 3 * Walker.PART);
        assertThat(walker.walk(acme.id(), Walk.WHOLE, ALL)).isPositive();
        assertThat(alarms())
                .anySatisfy(alarm -> assertThat(alarm.index()).isEqualTo(3L * Walker.PART))
                .extracting(Alarm::finding)
                .containsOnly(Finding.LEAF_CHANGED, Finding.NODE_CHANGED, Finding.CHECKPOINT_CHANGED);
    }

    @Test
    void anEntryWhoseBytesWereChanged() {
        tamper("update ledger.entry set canonical = canonical || '\\x20'" + IN_ENTRY);
        assertFound(Finding.ENTRY_CHANGED, 10L);
    }

    @Test
    void anEntryWhoseBytesWereChangedTogetherWithItsHash() {
        tamper("update ledger.entry set canonical = canonical || '\\x20',"
                + " leaf_hash = sha256('\\x00' || canonical || '\\x20')" + IN_ENTRY);
        assertFound(Finding.LEAF_CHANGED, 10L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            actor_id       | gen_random_uuid()
            actor_type     | 'SYSTEM_OF_OTHERS'
            action         | 'rule.delete'
            object_type    | 'device'
            object_id      | 'another'
            object_name    | 'Another'
            object_name    | null
            reason         | 'for another reason'
            reason         | null
            correlation_id | 'another'
            recorded_at    | recorded_at - interval '1 day'
            """)
    void aColumnThatSearchGoesBy(String column, String value) {
        tamper("update ledger.entry set " + column + " = " + value + IN_ENTRY);
        assertFound(Finding.COLUMN_CHANGED, 10L);
        assertThat(alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.detail()).contains(column));
    }

    @Test
    void anEntryThatIsGone() {
        tamper("delete from ledger.payload where organization_id = ? and entry_id in"
                + " (select entry_id from ledger.leaf where index = 10)");
        tamper("delete from ledger.entry" + IN_ENTRY);
        assertFound(Finding.ENTRY_MISSING, 10L);
    }

    @Test
    void anEntryThatWasDroppedByAnOrderIsNotMissed() {
        tamper("delete from ledger.payload where organization_id = ? and entry_id in"
                + " (select entry_id from ledger.leaf where index in (10, 20))");
        tamper("delete from ledger.entry" + IN_ENTRY.replace("= 10", "= 20"));
        tamper("delete from ledger.entry" + IN_ENTRY);
        OrganizationScope scope = acme.scope();
        transactions.write(
                scope,
                () -> ledger.append(
                        scope,
                        NewEntry.of("ledger.drop", "ledger", acme.id(), "Ledger")
                                .change(null, Map.of("ranges", List.of(List.of(10, 10), List.of(12, 19))))));
        assertFound(Finding.ENTRY_MISSING, 20L);
        assertThat(alarms()).hasSize(1);
    }

    @Test
    void entriesThatChangedPlaces() {
        UUID between = UUID.randomUUID();
        List<UUID> ids = OwnerDatabase.query(
                        acme.id(),
                        "select entry_id from ledger.leaf where organization_id = ? and index in (10, 11) order by index",
                        acme.id().value())
                .stream()
                .map(row -> (UUID) row.get("entry_id"))
                .toList();
        String move = "update ledger.leaf set entry_id = ? where organization_id = ? and entry_id = ?";
        OwnerDatabase.update(acme.id(), move, between, acme.id().value(), ids.get(0));
        OwnerDatabase.update(acme.id(), move, ids.get(0), acme.id().value(), ids.get(1));
        OwnerDatabase.update(acme.id(), move, ids.get(1), acme.id().value(), between);
        assertFound(Finding.LEAF_CHANGED, 10L);
        assertFound(Finding.LEAF_CHANGED, 11L);
    }

    @Test
    void aLeafThatWasChangedSoThatItsCheckpointsRootIsAnother() {
        tamper("update ledger.leaf set hash = sha256('x') where organization_id = ? and index = 10");
        assertFound(Finding.LEAF_CHANGED, 10L);
        assertFound(Finding.CHECKPOINT_CHANGED, null);
        assertFound(Finding.NODE_CHANGED, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, ENTRIES - 1})
    void aLeafThatIsGone(long index) {
        tamper("delete from ledger.leaf where organization_id = ? and index = " + index);
        assertFound(Finding.LEAF_MISSING, index);
    }

    @Test
    void theLastLeafThatIsGone() {
        tamper("delete from ledger.leaf where organization_id = ?"
                + " and index = (select max(index) from ledger.leaf l)");
        walk();
        assertThat(alarms()).extracting(Alarm::finding).contains(Finding.LEAF_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.node set hash = sha256('x') where organization_id = ?",
                "delete from ledger.node where organization_id = ?"
            })
    void aNodeThatWasChangedOrIsGone(String attack) {
        tamper(attack);
        assertFound(Finding.NODE_CHANGED, null);
    }

    @ParameterizedTest
    @CsvSource({
        "root = sha256('x'), CHECKPOINT_CHANGED",
        "edge = edge || sha256('x'), CHECKPOINT_CHANGED",
        "note = replace(note; 'localhost'; 'elsewhere'), SIGNATURE_INVALID",
        "note = overlay(note placing 'wxyz' from length(note) - 40), SIGNATURE_INVALID",
        "note = note || note, SIGNATURE_INVALID",
        "note = '', SIGNATURE_INVALID"
    })
    void aCheckpointThatWasChanged(String change, Finding finding) {
        tamper("update ledger.checkpoint set " + change.replace(';', ',') + " where organization_id = ?");
        assertFound(finding, null);
    }

    @Test
    void theLatestCheckpointThatIsGone() {
        tamper("delete from ledger.checkpoint where organization_id = ?"
                + " and size = (select max(size) from ledger.checkpoint c)");
        assertFound(Finding.CHECKPOINT_CHANGED, null);
    }

    @Test
    void aLogThatIsCalledOtherwise() {
        tamper("update ledger.tree set origin = origin || '2' where organization_id = ?");
        assertFound(Finding.SIGNATURE_INVALID, null);
    }

    @Test
    void aTreeThatWasCutShortAfterItWasSeen() {
        walk();
        assertThat(alarms()).isEmpty();
        for (String table : List.of("leaf", "node", "checkpoint", "tree")) {
            tamper("delete from ledger." + table + " where organization_id = ?");
        }
        assertFound(Finding.TREE_SHORTENED, null);
    }

    @Test
    void anEntryWhoseTurnWasTakenOutOfTheQueue() throws Exception {
        transactions.installation(() -> {
            holdUpSequencer();
            CompletableFuture.runAsync(() -> append(1)).join();
            OwnerDatabase.emptyQueue(acme.id());
            return true;
        });
        walk();
        assertThat(alarms()).isEmpty();
        try (TestClock.Shift _ = clock.ahead(Walker.GRACE.plus(Duration.ofMinutes(1)))) {
            assertFound(Finding.ENTRY_NOT_IN_TREE, null);
        }
    }

    @Test
    void whatWaitsWithoutBeingAnEntry() {
        assertStrange("insert into ledger.pending select id, gen_random_uuid(), sha256('x')"
                + " from kernel.organization where id = ?");
    }

    @Test
    void anEntryThatWaitsOnceMore() {
        assertStrange("insert into ledger.pending select organization_id, entry_id, hash from ledger.leaf"
                + " where organization_id = ? and index = 10");
    }

    /** Within one transaction, so that the sequencer never sees it. */
    private void assertStrange(String attack) {
        OrganizationScope scope = acme.scope();
        List<Mismatch> found = transactions.installation(scope, () -> {
            holdUpSequencer();
            tamper(attack);
            List<Mismatch> strange = queue.strange(scope);
            OwnerDatabase.emptyQueue(acme.id());
            return strange;
        });
        assertThat(found)
                .singleElement()
                .satisfies(mismatch -> assertThat(mismatch.finding()).isEqualTo(Finding.QUEUE_CHANGED));
    }

    /** It waits for whoever has the lease's row. */
    private void holdUpSequencer() {
        jdbc.sql("select token from ledger.sequencer for update")
                .query(Long.class)
                .single();
    }

    private void tamper(String sql) {
        assertThat(OwnerDatabase.update(acme.id(), sql, acme.id().value()))
                .as(sql)
                .isGreaterThanOrEqualTo(sql.contains("payload") ? 0 : 1);
    }

    private void assertFound(Finding finding, @Nullable Long index) {
        walk();
        assertThat(alarms()).anySatisfy(alarm -> {
            assertThat(alarm.finding()).isEqualTo(finding);
            assertThat(alarm.index()).isEqualTo(index);
        });
    }

    private void walk() {
        walker.walk(acme.id(), Walk.NEW, ALL);
    }

    private List<Alarm> alarms() {
        return transactions.read(acme.scope(), () -> alarms.list(acme.scope(), ALL));
    }

    private void append(int count) {
        append(acme, count);
    }

    private void append(TestOrganization organization, int count) {
        OrganizationScope scope = organization.scope(Role.SECURITY_ADMIN);
        transactions.write(
                scope,
                () -> ledger.append(
                        scope,
                        IntStream.range(0, count)
                                .mapToObj(i -> NewEntry.of("rule.create", "rule", i, "Rule " + i)
                                        .because("because of " + i))
                                .toList()));
    }
}
