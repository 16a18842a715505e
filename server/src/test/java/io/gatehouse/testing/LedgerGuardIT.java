package io.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.postgres.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The guard of all tests sees what only the owner of the tables can do to a ledger. Everything is rolled back. */
@ServerTest
final class LedgerGuardIT {

    private final TestOrganization acme;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;

    @Autowired
    LedgerGuardIT(TestOrganizations organizations, Transactions transactions, Ledger ledger) {
        this.acme = organizations.enterprise();
        Database database = TestDatabase.database();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
        this.owner = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        for (String name : new String[] {"one", "two", "three"}) {
            transactions.write(
                    acme.scope(), () -> ledger.append(acme.scope(), NewEntry.of("rule.create", "rule", name, name)));
        }
        new TestLog(acme).sequenced();
    }

    @Test
    void isContentWithWhatTheServerWrote() {
        rolledBack(() -> LedgerGuard.check(acme.id(), owner));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            update ledger.entry set canonical = canonical || 'x'::bytea ; is not what was hashed
            delete from ledger.leaf where index = 1                     ; does not wait and has no leaf
            update ledger.leaf set index = index + 7 where index > 0    ; there is a gap
            update ledger.leaf set hash = sha256('other')               ; does not wait and has no leaf
            update ledger.checkpoint set root = sha256('other')         ; has not the root
            update ledger.checkpoint set size = size + 1                ; has not the root
            """)
    void failsOnABrokenOne(String attack, String fault) {
        rolledBack(() -> {
            owner.sql(attack).update();
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> LedgerGuard.check(acme.id(), owner))
                    .withMessageContaining(fault);
        });
    }

    private void rolledBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            owner.sql("select set_config('app.organization', ?, true)")
                    .param(acme.id().toString())
                    .query(String.class)
                    .single();
            work.run();
        });
    }
}
