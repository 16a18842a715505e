package io.gatehouse.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with the server's role writes into a tree is never signed, and stops no other organization's tree. */
@ServerTest
final class ForgedTreeIT {

    private final Transactions transactions;
    private final Ledger ledger;
    private final Sequencer sequencer;
    private final SequencerHealth health;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private final TestOrganization other;

    @Autowired
    ForgedTreeIT(
            Transactions transactions,
            Ledger ledger,
            Sequencer sequencer,
            SequencerHealth health,
            JdbcClient jdbc,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.sequencer = sequencer;
        this.health = health;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
        this.other = organizations.enterprise();
        organizations.breakLedger(acme);
    }

    @AfterEach
    void emptyQueue() {
        OwnerDatabase.emptyQueue(acme.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The edge does not give the root.
                "insert into ledger.checkpoint select organization_id, 1024, root, sha256('x'), note, sealed_at",
                // The edge gives the root, and only the signature is lacking.
                "insert into ledger.checkpoint select organization_id, 1024, sha256('x'), sha256('x'), note, sealed_at",
                // A leaf that nobody sealed.
                "insert into ledger.leaf select organization_id, size, gen_random_uuid(), sha256('x')"
            })
    void isNotSignedAndHoldsUpNobodyElse(String forgery) {
        append(acme);
        new TestLog(acme).sequenced();
        long sealed = checkpoints();
        transactions.write(
                acme.scope(),
                () -> jdbc.sql(forgery + " from ledger.checkpoint order by size desc limit 1")
                        .update());
        append(acme);
        append(other);
        new TestLog(other).sequenced();
        Awaitility.await().until(() -> sequencer.failing().contains(acme.id()));
        assertThat(checkpoints()).isEqualTo(sealed + (forgery.contains("ledger.checkpoint select") ? 1 : 0));
        assertThat(health.health().getStatus()).isEqualTo(SequencerHealth.DEGRADED);
        append(other);
        assertThat(new TestLog(other).sequenced().entries()).isNotEmpty();
    }

    private void append(TestOrganization organization) {
        OrganizationScope scope = organization.scope();
        transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", "r", "r")));
    }

    private long checkpoints() {
        return transactions.read(
                acme.scope(),
                () -> jdbc.sql("select count(*) from ledger.checkpoint")
                        .query(Long.class)
                        .single());
    }
}
