package io.gatehouse.notifications.mail;

import io.gatehouse.identity.InvitationIssued;
import io.gatehouse.identity.InvitationLetters;
import io.gatehouse.identity.InvitationLetters.InvitationLetter;
import io.gatehouse.identity.PasswordChanged;
import io.gatehouse.identity.PasswordLetters;
import io.gatehouse.identity.PasswordLetters.ResetLetter;
import io.gatehouse.identity.PasswordResetAsked;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes letters at the moment of sending, when their links are made. */
@Component
final class Letters {

    private static final String OWN_ACCENT = "#3457d5";

    private final InvitationLetters invitations;
    private final PasswordLetters passwords;
    private final AdministratorLetters administrators;
    private final HoldReviewLetters holds;
    private final CheckpointLetters checkpoints;
    private final DelegationGivenLetters delegations;
    private final DestinationLetters destinations;
    private final DigestLetters digests;
    private final Wording wording;
    private final PublicAddress address;

    Letters(
            InvitationLetters invitations,
            PasswordLetters passwords,
            AdministratorLetters administrators,
            HoldReviewLetters holds,
            CheckpointLetters checkpoints,
            DelegationGivenLetters delegations,
            DestinationLetters destinations,
            DigestLetters digests,
            Wording wording,
            PublicAddress address) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.administrators = administrators;
        this.holds = holds;
        this.checkpoints = checkpoints;
        this.delegations = delegations;
        this.destinations = destinations;
        this.digests = digests;
        this.wording = wording;
        this.address = address;
    }

    /** The letter; empty when there is nothing to say any more. */
    Optional<Letter> write(Mail mail) {
        return switch (mail.kind()) {
            case INVITATION ->
                invitations
                        .write(new InvitationIssued(mail.ofOrganization(), mail.subject(), mail.number()))
                        .map(this::invitation);
            case DELEGATION_GIVEN -> delegations.write(mail.ofOrganization(), mail.subject(), mail.number() == 2);
            case PASSWORD_RESET ->
                passwords.write(new PasswordResetAsked(mail.subject())).map(this::reset);
            case PASSWORD_CHANGED ->
                passwords
                        .write(new PasswordChanged(new PersonId(mail.subject()), mail.id()))
                        .map(this::changed);
            case HOLD_REVIEW -> holds.write(mail.ofOrganization(), mail.subject(), mail.number() == 2);
            case LEDGER_CHECKPOINT -> checkpoints.write(mail.ofOrganization(), new PersonId(mail.subject()));
            case DESTINATION_FAILING -> destinations.write(mail.ofOrganization(), new PersonId(mail.subject()));
            case NOTIFICATIONS -> digests.write(mail.ofOrganization(), new PersonId(mail.subject()), mail.number());
            case LEDGER_ALARM -> administrators.ledgerAlarm(mail);
            case KEY_EXPIRING -> administrators.keyExpiring(mail);
            case PROVIDER_BYPASSED -> administrators.providerBypassed(mail);
            case EMERGENCY_BEGUN -> administrators.emergencyBegun(mail);
            case SIGN_IN_WARNING -> administrators.signInWarning(mail);
            case TOKEN_REUSED -> administrators.tokenReused(mail);
        };
    }

    /** What an operator sends to see whether letters arrive. */
    Letter trial(PersonRef operator) {
        return ofOurs(operator, wording.of("trial.subject"), List.of(wording.of("trial.text")), null, List.of());
    }

    private Letter invitation(InvitationLetter invitation) {
        String organization = invitation.organization().name();
        String roles = invitation.roles().stream().map(Role::title).collect(Collectors.joining(", "));
        return new Letter(
                invitation.email(),
                invitation.displayName(),
                organization,
                invitation.organization().accentColor(),
                wording.of("invitation.subject", organization),
                List.of(
                        invitation.invitedBy() == null
                                ? wording.of("invitation.text", organization)
                                : wording.of("invitation.textBy", invitation.invitedBy(), organization),
                        wording.of("invitation.roles", roles)),
                new Letter.Action(wording.of("invitation.action"), invitation.link()),
                List.of(
                        wording.of(
                                "invitation.expires",
                                wording.time(
                                        invitation.expiresAt(),
                                        ZoneId.of(invitation.organization().timeZone()))),
                        wording.of("invitation.unexpected")));
    }

    private Letter reset(ResetLetter reset) {
        return ofOurs(
                reset.person(),
                wording.of("reset.subject"),
                List.of(wording.of("reset.text", reset.person().displayName())),
                new Letter.Action(wording.of("reset.action"), reset.link()),
                List.of(wording.of("reset.expires", reset.validFor().toMinutes()), wording.of("reset.unexpected")));
    }

    private Letter changed(PersonRef person) {
        return ofOurs(
                person,
                wording.of("changed.subject"),
                List.of(wording.of("changed.text", person.displayName()), wording.of("changed.unexpected")),
                null,
                List.of());
    }

    private Letter ofOurs(
            PersonRef person,
            String subject,
            List<String> paragraphs,
            Letter.@Nullable Action action,
            List<String> closing) {
        return new Letter(
                person.email(),
                person.displayName(),
                wording.of("own.name", address.of("/")),
                OWN_ACCENT,
                subject,
                paragraphs,
                action,
                closing);
    }
}
