package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Mailing;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether the caller wants the ledger's checkpoint by mail each day. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger/checkpoint-letters")
final class CheckpointReaderController {

    private final Transactions transactions;
    private final CheckpointReaderStore store;
    private final Ledger ledger;
    private final Mailing mailing;

    CheckpointReaderController(Transactions transactions, CheckpointReaderStore store, Ledger ledger, Mailing mailing) {
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        this.mailing = mailing;
    }

    /**
     * How it is.
     *
     * @param offered whether the installation sends mail at all
     * @param wanted whether the caller wants the letter
     */
    record CheckpointLetterView(boolean offered, boolean wanted) {}

    @GetMapping
    @Requires(Permission.LEDGER_READ)
    CheckpointLetterView of(Caller caller) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        boolean wanted = transactions.read(scope, () -> store.exists(scope, person));
        return new CheckpointLetterView(mailing.isOffered(), wanted);
    }

    @PutMapping
    @Requires(Permission.LEDGER_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(Caller caller) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        transactions.write(scope, () -> {
            if (store.insert(scope, person)) {
                ledger.append(scope, entry(caller, "ledger.letters-begin"));
            }
        });
    }

    @DeleteMapping
    @Requires(Permission.LEDGER_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        transactions.write(scope, () -> {
            if (store.delete(scope, person)) {
                ledger.append(scope, entry(caller, "ledger.letters-end"));
            }
        });
    }

    private static NewEntry entry(Caller caller, String action) {
        return NewEntry.of(action, "ledger", caller.scope().organization(), "Ledger");
    }
}
