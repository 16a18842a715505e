package io.gatehouse.ledger.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A node with a wrong clock writes nothing that nobody would ever accept. */
@ServerTest
final class ClockCheckIT {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Ledger ledger;
    private final ClockCheck ofServer;
    private final ClockCheck strict;
    private final TestClock clock;
    private final OrganizationScope acme;

    @Autowired
    ClockCheckIT(
            Transactions transactions,
            Ledger ledger,
            ClockCheck ofServer,
            ClockStore store,
            TestClock clock,
            TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.ofServer = ofServer;
        this.strict = new ClockCheck(new ClockSettings(TOLERANCE), transactions, store, clock);
        this.clock = clock;
        this.acme = organizations.enterprise().scope();
    }

    @Test
    void clocksThatDifferByLessAgree() {
        assertThat(strict.measure()).isTrue();
        try (TestClock.Shift _ = clock.ahead(TOLERANCE.dividedBy(2))) {
            assertThat(strict.measure()).isTrue();
        }
    }

    @Test
    void aClockThatIsAheadOrBehindIsNamedUntilItIsRight() {
        for (Duration wrong : new Duration[] {TOLERANCE.multipliedBy(2), TOLERANCE.multipliedBy(-2)}) {
            try (TestClock.Shift _ = clock.ahead(wrong)) {
                assertThat(strict.measure()).isFalse();
                assertThat(strict.ahead().toSeconds()).isCloseTo(wrong.toSeconds(), within(30L));
                assertThatExceptionOfType(ProblemException.class).isThrownBy(strict::require);
            }
            assertThat(strict.measure()).isTrue();
            strict.require();
        }
    }

    /** The server under test tolerates what other tests do to its clock, and no more. */
    @Test
    void theBookTakesNoEntryMeanwhile() {
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(40_000))) {
            ofServer.measure();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(this::append)
                    .withMessageContaining("ahead of the database's");
        } finally {
            ofServer.measure();
        }
        append();
    }

    private void append() {
        transactions.write(acme, () -> ledger.append(acme, NewEntry.of("rule.create", "rule", "r", "r")));
    }
}
