package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Addressees;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.ledger.HoldLetters;
import io.gatehouse.ledger.HoldLetters.HoldLetter;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes to the two who placed a hold that its review is near. */
@Component
final class HoldReviewLetters {

    private final HoldLetters holds;
    private final Addressees addressees;
    private final Organizations organizations;
    private final Wording wording;
    private final PublicAddress address;

    HoldReviewLetters(
            HoldLetters holds,
            Addressees addressees,
            Organizations organizations,
            Wording wording,
            PublicAddress address) {
        this.holds = holds;
        this.addressees = addressees;
        this.organizations = organizations;
        this.wording = wording;
        this.address = address;
    }

    Optional<Letter> write(OrganizationId organization, UUID hold, boolean confirmer) {
        return holds.write(organization, hold, confirmer)
                .flatMap(said -> addressees
                        .find(said.person())
                        .map(person -> letter(organizations.of(OrganizationScope.system(organization)), person, said)));
    }

    private Letter letter(Organization organization, PersonRef person, HoldLetter said) {
        String day = wording.time(said.reviewAt(), ZoneId.of(organization.timeZone()));
        return new Letter(
                person.email(),
                person.displayName(),
                organization.name(),
                organization.accentColor(),
                wording.of("hold.subject", organization.name()),
                List.of(wording.of("hold.text", said.reason(), day)),
                new Letter.Action(
                        wording.of("hold.action"), address.of("/console/o/" + organization.slug() + said.page())),
                List.of(wording.of("hold.closing")));
    }
}
