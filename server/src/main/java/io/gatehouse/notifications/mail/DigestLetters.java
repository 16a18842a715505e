package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Addressees;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.DigestDue;
import io.gatehouse.notifications.Digests;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Brings people by mail what concerns them and they have not read. */
@Component
class DigestLetters {

    private final Transactions transactions;
    private final Outbox outbox;
    private final Digests digests;
    private final People people;
    private final Addressees addressees;
    private final Organizations organizations;
    private final Wording wording;
    private final PublicAddress address;

    DigestLetters(
            Transactions transactions,
            Outbox outbox,
            Digests digests,
            People people,
            Addressees addressees,
            Organizations organizations,
            Wording wording,
            PublicAddress address) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.digests = digests;
        this.people = people;
        this.addressees = addressees;
        this.organizations = organizations;
        this.wording = wording;
        this.address = address;
    }

    @ApplicationModuleListener
    void on(DigestDue event) {
        outbox.put(
                event.organization(),
                Mail.Kind.NOTIFICATIONS,
                event.person().value(),
                event.letter(),
                "notifications " + event.person() + " " + event.letter());
    }

    /** Empty when everything was read meanwhile, and for who is no active member any more. */
    Optional<Letter> write(OrganizationId id, PersonId person, int letter) {
        OrganizationScope scope = OrganizationScope.system(id);
        boolean member = transactions.read(
                scope, () -> !people.permissions(scope, person).isEmpty());
        List<Digests.Line> lines = member ? digests.lines(scope, person, letter) : List.of();
        return lines.isEmpty()
                ? Optional.empty()
                : addressees.find(person).map(reader -> letter(organizations.of(scope), reader, lines));
    }

    private Letter letter(Organization organization, PersonRef reader, List<Digests.Line> lines) {
        String page = "/console/o/" + organization.slug();
        String path = lines.size() == 1 ? lines.getFirst().path() : "";
        return Letter.of(
                organization,
                reader,
                lines.size() == 1
                        ? words(lines.getFirst())
                        : wording.of("notifications.subject", lines.size(), organization.name()),
                lines.stream().map(this::words).toList(),
                new Letter.Action(wording.of("notifications.action"), address.of(page + path)),
                List.of(wording.of("notifications.closing", address.of(page + "/notifications"))));
    }

    private String words(Digests.Line line) {
        return wording.of("notifications." + line.kind(), line.title());
    }
}
