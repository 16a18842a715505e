package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Raises an alarm where a witness has seen another book than this one. Each witness raises each alarm once. */
@Component
public final class WitnessAlarms {

    private final Transactions transactions;
    private final Alarms alarms;

    WitnessAlarms(Transactions transactions, Alarms alarms) {
        this.transactions = transactions;
        this.alarms = alarms;
    }

    /** The witness has cosigned a larger tree. */
    public void ahead(OrganizationScope scope, UUID witness, String detail) {
        raise(scope, Finding.WITNESS_AHEAD, witness, detail);
    }

    /** The witness has cosigned a tree that this one does not continue. */
    public void disagrees(OrganizationScope scope, UUID witness, String detail) {
        raise(scope, Finding.WITNESS_DISAGREES, witness, detail);
    }

    private void raise(OrganizationScope scope, Finding finding, UUID witness, String detail) {
        Mismatch mismatch = new Mismatch(finding, "witness " + witness, null, detail);
        transactions.write(scope, () -> alarms.raise(scope, List.of(mismatch)));
    }
}
