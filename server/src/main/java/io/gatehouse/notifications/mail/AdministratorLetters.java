package io.gatehouse.notifications.mail;

import io.gatehouse.identity.AlarmLetters;
import io.gatehouse.identity.AlarmLetters.AlarmLetter;
import io.gatehouse.identity.EmergencyBegun;
import io.gatehouse.identity.EmergencyLetters;
import io.gatehouse.identity.EmergencyLetters.EmergencyLetter;
import io.gatehouse.identity.KeyExpiring;
import io.gatehouse.identity.KeyLetters;
import io.gatehouse.identity.KeyLetters.KeyLetter;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.ProviderLetters;
import io.gatehouse.identity.ProviderLetters.ProviderLetter;
import io.gatehouse.identity.SignInWarned;
import io.gatehouse.identity.SignInWarningLetters;
import io.gatehouse.identity.SignInWarningLetters.SignInWarningLetter;
import io.gatehouse.identity.TokenReuseLetters;
import io.gatehouse.identity.TokenReuseLetters.TokenReuseLetter;
import io.gatehouse.identity.TokenReused;
import io.gatehouse.kernel.PersonId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes to those who answer for an organization, or for something in it. */
@Component
final class AdministratorLetters {

    private final KeyLetters keys;
    private final ProviderLetters providers;
    private final EmergencyLetters emergencies;
    private final AlarmLetters alarms;
    private final SignInWarningLetters warnings;
    private final TokenReuseLetters reuses;
    private final Wording wording;

    AdministratorLetters(
            KeyLetters keys,
            ProviderLetters providers,
            EmergencyLetters emergencies,
            AlarmLetters alarms,
            SignInWarningLetters warnings,
            TokenReuseLetters reuses,
            Wording wording) {
        this.keys = keys;
        this.providers = providers;
        this.emergencies = emergencies;
        this.alarms = alarms;
        this.warnings = warnings;
        this.reuses = reuses;
        this.wording = wording;
    }

    Optional<Letter> keyExpiring(Mail mail) {
        return keys.write(new KeyExpiring(mail.ofOrganization(), mail.subject(), mail.number()))
                .map(this::expiring);
    }

    Optional<Letter> providerBypassed(Mail mail) {
        return providers
                .write(mail.ofOrganization(), new PersonId(mail.subject()))
                .map(this::bypassed);
    }

    Optional<Letter> ledgerAlarm(Mail mail) {
        return alarms.write(mail.ofOrganization(), new PersonId(mail.subject())).map(this::alarm);
    }

    Optional<Letter> emergencyBegun(Mail mail) {
        return emergencies
                .write(new EmergencyBegun(mail.ofOrganization(), mail.subject()))
                .map(this::emergency);
    }

    Optional<Letter> signInWarning(Mail mail) {
        return warnings.write(new SignInWarned(mail.ofOrganization(), mail.subject()))
                .map(this::warning);
    }

    Optional<Letter> tokenReused(Mail mail) {
        return reuses.write(new TokenReused(mail.ofOrganization(), mail.subject()))
                .map(this::reused);
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
}
