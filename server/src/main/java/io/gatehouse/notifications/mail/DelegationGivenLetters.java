package io.gatehouse.notifications.mail;

import io.gatehouse.identity.DelegationGiven;
import io.gatehouse.identity.DelegationLetters;
import io.gatehouse.identity.DelegationLetters.DelegationLetter;
import io.gatehouse.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes to who decides in somebody's place from now on, and to who learns that an administrator arranged it. */
@Component
final class DelegationGivenLetters {

    private final DelegationLetters delegations;
    private final Wording wording;

    DelegationGivenLetters(DelegationLetters delegations, Wording wording) {
        this.delegations = delegations;
        this.wording = wording;
    }

    Optional<Letter> write(OrganizationId organization, UUID delegation, boolean delegator) {
        return delegations
                .write(new DelegationGiven(organization, delegation, delegator))
                .map(this::letter);
    }

    private Letter letter(DelegationLetter said) {
        ZoneId zone = ZoneId.of(said.organization().timeZone());
        String words = said.toDelegator() ? "delegation.delegator." : "delegation.delegate.";
        return Letter.of(
                said.organization(),
                said.person(),
                wording.of(words + "subject", said.from(), said.to()),
                List.of(
                        wording.of(
                                words + "text",
                                said.from(),
                                said.to(),
                                wording.time(said.startsAt(), zone),
                                wording.time(said.endsAt(), zone),
                                said.organization().name()),
                        wording.of("delegation.givenBy", said.givenBy())),
                new Letter.Action(wording.of("delegation.action"), said.link()),
                List.of(wording.of(words + "closing", said.from())));
    }
}
