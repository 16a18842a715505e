package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Addressees;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Checkpoints;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what a ledger claims to be, for somebody who keeps it where this server cannot reach. */
@Component
final class CheckpointLetters {

    private final Transactions transactions;
    private final CheckpointReaderStore store;
    private final Checkpoints checkpoints;
    private final People people;
    private final Addressees addressees;
    private final Organizations organizations;
    private final Wording wording;
    private final PublicAddress address;

    CheckpointLetters(
            Transactions transactions,
            CheckpointReaderStore store,
            Checkpoints checkpoints,
            People people,
            Addressees addressees,
            Organizations organizations,
            Wording wording,
            PublicAddress address) {
        this.transactions = transactions;
        this.store = store;
        this.checkpoints = checkpoints;
        this.people = people;
        this.addressees = addressees;
        this.organizations = organizations;
        this.wording = wording;
        this.address = address;
    }

    /** Empty when the person no longer wants it. Who may not read the ledger any more is not written to again. */
    Optional<Letter> write(OrganizationId id, PersonId person) {
        OrganizationScope scope = OrganizationScope.system(id);
        if (!mayHaveIt(scope, person)) {
            return Optional.empty();
        }
        Organization organization = organizations.of(scope);
        return addressees
                .find(person)
                .flatMap(reader -> checkpoints.latest(scope).map(latest -> letter(organization, reader, latest)));
    }

    private boolean mayHaveIt(OrganizationScope scope, PersonId person) {
        return transactions.write(scope, () -> {
            boolean may = people.permissions(scope, person).contains(Permission.LEDGER_READ);
            if (!may) {
                store.delete(scope, person);
            }
            return may && store.exists(scope, person);
        });
    }

    private Letter letter(Organization organization, PersonRef reader, Checkpoints.Latest latest) {
        return latest.inDoubt() ? inDoubt(organization, reader) : checkpoint(organization, reader, latest);
    }

    private Letter checkpoint(Organization organization, PersonRef reader, Checkpoints.Latest latest) {
        return Letter.of(
                        organization,
                        reader,
                        wording.of("checkpoint.subject", organization.name()),
                        List.of(
                                wording.of("checkpoint.text", organization.name(), latest.size()),
                                wording.of("checkpoint.keep")),
                        new Letter.Action(wording.of("checkpoint.action"), page(organization)),
                        List.of(wording.of("checkpoint.closing")))
                .enclosing(new Letter.Enclosure("checkpoint-" + latest.size() + ".txt", latest.note()));
    }

    private Letter inDoubt(Organization organization, PersonRef reader) {
        return Letter.of(
                organization,
                reader,
                wording.of("checkpoint.doubt.subject", organization.name()),
                List.of(wording.of("checkpoint.doubt.text", organization.name())),
                new Letter.Action(wording.of("alarm.action"), page(organization)),
                List.of(wording.of("checkpoint.closing")));
    }

    private String page(Organization organization) {
        return address.of("/console/o/" + organization.slug() + "/ledger/verify");
    }
}
