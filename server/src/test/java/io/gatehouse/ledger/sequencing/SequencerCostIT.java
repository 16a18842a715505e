package io.gatehouse.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.Statements;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What sequencing costs in statements: the same for one organization and for many, and nearly nothing while all are idle. */
@ServerTest
final class SequencerCostIT {

    private static final int MANY = 20;

    private final Transactions transactions;
    private final Ledger ledger;
    private final Sequencer sequencer;
    private final SequencerThread thread;
    private final Lease lease;
    private final TestOrganizations organizations;

    @Autowired
    SequencerCostIT(
            Transactions transactions,
            Ledger ledger,
            Sequencer sequencer,
            SequencerThread thread,
            LeaseStore leases,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.sequencer = sequencer;
        this.thread = thread;
        this.lease = new Lease(transactions, leases);
        this.organizations = organizations;
    }

    /** Entries of trees that earlier tests broke would wait for ever, and cost statements. */
    @BeforeEach
    void sequenceByHand() {
        thread.stop();
        sequencer.sequence(lease.token().orElseThrow());
        OwnerDatabase.emptyQueue();
    }

    @AfterEach
    void sequenceByItself() {
        lease.release();
        thread.start();
    }

    @Test
    void aRoundWithoutWorkIsOneQuestion() {
        sequence();
        assertThat(sequence()).hasSize(1);
    }

    @Test
    void aBatchOfManyOrganizationsCostsTheStatementsOfOne() {
        List<TestOrganization> many =
                Stream.generate(organizations::enterprise).limit(MANY).toList();
        sequence();
        append(many.getFirst());
        List<String> ofOne = sequence();
        many.forEach(this::append);
        assertThat(sequence()).isEqualTo(ofOne);
    }

    @Test
    void appendingNeedsNoStatementToQueue() {
        TestOrganization acme = organizations.enterprise();
        try (Statements statements = new Statements()) {
            append(acme);
            assertThat(statements.run()).noneMatch(sql -> sql.contains("ledger.pending"));
            assertThat(statements.run().stream().filter(sql -> sql.contains(" ledger.")))
                    .hasSize(2);
        }
    }

    private List<String> sequence() {
        long token = lease.token().orElseThrow();
        try (Statements statements = new Statements()) {
            assertThat(sequencer.sequence(token)).isEqualTo(Sequencer.Outcome.DONE);
            return statements.run();
        }
    }

    private void append(TestOrganization organization) {
        OrganizationScope scope = organization.scope();
        transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", "r", "r")));
    }
}
