package io.gatehouse.notifications.mail;

import io.gatehouse.identity.AlarmLetters;
import io.gatehouse.identity.AlarmLetters.AlarmLetter;
import io.gatehouse.identity.EmergencyBegun;
import io.gatehouse.identity.EmergencyLetters;
import io.gatehouse.identity.EmergencyLetters.EmergencyLetter;
import io.gatehouse.identity.InvitationIssued;
import io.gatehouse.identity.InvitationLetters;
import io.gatehouse.identity.InvitationLetters.InvitationLetter;
import io.gatehouse.identity.KeyExpiring;
import io.gatehouse.identity.KeyLetters;
import io.gatehouse.identity.KeyLetters.KeyLetter;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.PasswordChanged;
import io.gatehouse.identity.PasswordLetters;
import io.gatehouse.identity.PasswordLetters.ResetLetter;
import io.gatehouse.identity.PasswordResetAsked;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.ProviderLetters;
import io.gatehouse.identity.ProviderLetters.ProviderLetter;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.SignInWarned;
import io.gatehouse.identity.SignInWarningLetters;
import io.gatehouse.identity.SignInWarningLetters.SignInWarningLetter;
import io.gatehouse.identity.TokenReuseLetters;
import io.gatehouse.identity.TokenReuseLetters.TokenReuseLetter;
import io.gatehouse.identity.TokenReused;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes letters at the moment of sending, when their links are made. */
@Component
final class Letters {

    private static final String OWN_ACCENT = "#3457d5";

    private final InvitationLetters invitations;
    private final KeyLetters keys;
    private final PasswordLetters passwords;
    private final ProviderLetters providers;
    private final EmergencyLetters emergencies;
    private final AlarmLetters alarms;
    private final SignInWarningLetters warnings;
    private final HoldReviewLetters holds;
    private final TokenReuseLetters reuses;
    private final Wording wording;
    private final PublicAddress address;

    Letters(
            InvitationLetters invitations,
            KeyLetters keys,
            PasswordLetters passwords,
            ProviderLetters providers,
            EmergencyLetters emergencies,
            AlarmLetters alarms,
            SignInWarningLetters warnings,
            HoldReviewLetters holds,
            TokenReuseLetters reuses,
            Wording wording,
            PublicAddress address) {
        this.invitations = invitations;
        this.keys = keys;
        this.passwords = passwords;
        this.providers = providers;
        this.emergencies = emergencies;
        this.alarms = alarms;
        this.warnings = warnings;
        this.holds = holds;
        this.reuses = reuses;
        this.wording = wording;
        this.address = address;
    }

    /** The letter; empty when there is nothing to say any more. */
    Optional<Letter> write(Mail mail) {
        return switch (mail.kind()) {
            case INVITATION -> {
                OrganizationId organization = Objects.requireNonNull(mail.organization());
                yield invitations
                        .write(new InvitationIssued(organization, mail.subject(), mail.number()))
                        .map(this::invitation);
            }
            case KEY_EXPIRING -> {
                OrganizationId organization = Objects.requireNonNull(mail.organization());
                yield keys.write(new KeyExpiring(organization, mail.subject(), mail.number()))
                        .map(this::expiring);
            }
            case PROVIDER_BYPASSED ->
                providers
                        .write(Objects.requireNonNull(mail.organization()), new PersonId(mail.subject()))
                        .map(this::bypassed);
            case LEDGER_ALARM ->
                alarms.write(Objects.requireNonNull(mail.organization()), new PersonId(mail.subject()))
                        .map(this::alarm);
            case HOLD_REVIEW ->
                holds.write(Objects.requireNonNull(mail.organization()), mail.subject(), mail.number() == 2);
            case PASSWORD_RESET ->
                passwords.write(new PasswordResetAsked(mail.subject())).map(this::reset);
            case PASSWORD_CHANGED ->
                passwords
                        .write(new PasswordChanged(new PersonId(mail.subject()), mail.id()))
                        .map(this::changed);
            case EMERGENCY_BEGUN ->
                emergencies
                        .write(new EmergencyBegun(Objects.requireNonNull(mail.organization()), mail.subject()))
                        .map(this::emergency);
            case SIGN_IN_WARNING ->
                warnings.write(new SignInWarned(Objects.requireNonNull(mail.organization()), mail.subject()))
                        .map(this::warning);
            case TOKEN_REUSED ->
                reuses.write(new TokenReused(Objects.requireNonNull(mail.organization()), mail.subject()))
                        .map(this::reused);
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

    private Letter expiring(KeyLetter key) {
        ZoneId zone = ZoneId.of(key.organization().timeZone());
        return Letter.of(
                key.organization(),
                key.owner(),
                wording.of("key.subject", key.account()),
                List.of(wording.of("key.text", key.key(), key.account(), wording.time(key.expiresAt(), zone))),
                new Letter.Action(wording.of("key.action"), key.link()),
                List.of(wording.of("key.closing")));
    }

    private Letter bypassed(ProviderLetter bypass) {
        String organization = bypass.organization().name();
        return Letter.of(
                bypass.organization(),
                bypass.administrator(),
                wording.of("bypass.subject", organization),
                List.of(wording.of("bypass.text", organization)),
                new Letter.Action(wording.of("bypass.action"), bypass.link()),
                List.of(wording.of("bypass.closing")));
    }

    private Letter alarm(AlarmLetter alarm) {
        String organization = alarm.organization().name();
        String link = alarm.link();
        return new Letter(
                alarm.person().email(),
                alarm.person().displayName(),
                organization,
                alarm.organization().accentColor(),
                wording.of("alarm.subject", organization),
                List.of(wording.of("alarm.text", organization)),
                link == null ? null : new Letter.Action(wording.of("alarm.action"), link),
                List.of(wording.of(link == null ? "alarm.operator" : "alarm.closing")));
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

    private Letter emergency(EmergencyLetter emergency) {
        Organization customer = emergency.customer();
        return Letter.of(
                customer,
                emergency.person(),
                wording.of("emergency.subject", emergency.technician(), customer.name()),
                List.of(
                        wording.of(
                                "emergency.text",
                                emergency.technician(),
                                emergency.provider(),
                                customer.name(),
                                wording.time(emergency.until(), ZoneId.of(customer.timeZone()))),
                        wording.of("emergency.reason", emergency.reason())),
                new Letter.Action(wording.of("emergency.action"), emergency.link()),
                List.of(wording.of("emergency.unexpected")));
    }

    private Letter warning(SignInWarningLetter warning) {
        Organization organization = warning.organization();
        String words = "warning." + warning.about() + ".";
        String end = wording.time(warning.endsAt(), ZoneId.of(organization.timeZone()));
        return Letter.of(
                organization,
                warning.administrator(),
                wording.of(words + "subject", warning.name()),
                List.of(wording.of(words + "text", warning.name(), end)),
                new Letter.Action(wording.of("warning.action"), warning.link()),
                List.of(wording.of(words + "closing")));
    }

    private Letter reused(TokenReuseLetter reuse) {
        String reader = reuse.reader().equals(reuse.owner()) ? "own" : "other";
        return Letter.of(
                reuse.organization(),
                reuse.reader(),
                wording.of("reused.subject", reuse.program()),
                List.of(
                        wording.of(
                                "reused.text." + reader,
                                reuse.program(),
                                reuse.organization().name(),
                                reuse.owner().displayName()),
                        wording.of("reused.why")),
                new Letter.Action(
                        wording.of("reused.action." + reader, reuse.owner().displayName()), reuse.link()),
                List.of(wording.of("reused.closing." + reader)));
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
