package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Addressees;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Places;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.DestinationFailing;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells who looks after an organization that messages to a program were given up: once a day for each destination. */
@Component
class DestinationLetters {

    private static final int MOST_READERS = 20;

    private final Transactions transactions;
    private final Outbox outbox;
    private final Places places;
    private final People people;
    private final Addressees addressees;
    private final Organizations organizations;
    private final Wording wording;
    private final PublicAddress address;
    private final Clock clock;

    DestinationLetters(
            Transactions transactions,
            Outbox outbox,
            Places places,
            People people,
            Addressees addressees,
            Organizations organizations,
            Wording wording,
            PublicAddress address,
            Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.places = places;
        this.people = people;
        this.addressees = addressees;
        this.organizations = organizations;
        this.wording = wording;
        this.address = address;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DestinationFailing event) {
        OrganizationScope scope = OrganizationScope.system(event.organization());
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<PersonId> readers = transactions.installation(
                scope,
                () -> places.find(
                        scope, new Places.Sought.Holders(Permission.ORGANIZATION_MANAGE, Set.of()), MOST_READERS));
        readers.forEach(reader -> outbox.put(
                event.organization(),
                Mail.Kind.DESTINATION_FAILING,
                reader.value(),
                1,
                "destination " + event.destination() + " " + reader + " " + day));
    }

    /** Empty for who looks after the organization no longer. */
    Optional<Letter> write(OrganizationId id, PersonId reader) {
        OrganizationScope scope = OrganizationScope.system(id);
        boolean may = transactions.read(
                scope, () -> people.permissions(scope, reader).contains(Permission.ORGANIZATION_MANAGE));
        return may ? addressees.find(reader).map(person -> letter(organizations.of(scope), person)) : Optional.empty();
    }

    private Letter letter(Organization organization, PersonRef person) {
        return Letter.of(
                organization,
                person,
                wording.of("destination.subject", organization.name()),
                List.of(wording.of("destination.text", organization.name())),
                new Letter.Action(
                        wording.of("destination.action"),
                        address.of("/console/o/" + organization.slug() + "/destinations")),
                List.of(wording.of("destination.closing")));
    }
}
