package io.gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which organization a transaction may see, and that it cannot wander off. */
@ServerTest
final class TransactionsIT {

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private final TestOrganization other;

    @Autowired
    TransactionsIT(Transactions transactions, JdbcClient jdbc, TestOrganizations organizations) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
        this.other = organizations.enterprise();
    }

    @Test
    void seesOneOrganizationAndNoneOutside() {
        assertThat(transactions.<String>read(acme.scope(), this::inForce))
                .isEqualTo(acme.id().toString());
        assertThat(inForce()).isEqualTo("none");
        assertThat(jdbc.sql("select count(*) from kernel.organization")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void cannotTurnToAnotherOrganization() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.write(
                        acme.scope(), () -> transactions.write(other.scope(), () -> jdbc.sql("select 1"))));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> transactions.<String>write(acme.scope(), () -> transactions.installation(this::inForce)));
    }

    @Test
    void anInstallationsTransactionTurnsAndTurnsBack() {
        transactions.<Boolean>installation(acme.scope(), () -> {
            assertThat(transactions.<String>installation(other.scope(), this::inForce))
                    .isEqualTo(other.id().toString());
            assertThat(inForce()).isEqualTo(acme.id().toString());
            assertThat(transactions.isOpen(acme.scope())).isTrue();
            assertThatIllegalStateException()
                    .isThrownBy(() -> transactions.<String>installation(other.scope(), () -> {
                        throw new IllegalStateException("the step fails");
                    }));
            assertThat(inForce()).isEqualTo(acme.id().toString());
            return true;
        });
    }

    @Test
    void readingCannotWrite() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.read(
                        acme.scope(),
                        () -> jdbc.sql("update kernel.organization set name = 'x'")
                                .update()));
    }

    private String inForce() {
        return jdbc.sql("select coalesce(kernel.current_organization()::text, 'none')")
                .query((row, _) -> row.getString(1))
                .single();
    }
}
