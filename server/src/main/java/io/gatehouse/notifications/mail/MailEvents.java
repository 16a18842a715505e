package io.gatehouse.notifications.mail;

import io.gatehouse.identity.DelegationGiven;
import io.gatehouse.identity.EmergencyBegun;
import io.gatehouse.identity.InvitationIssued;
import io.gatehouse.identity.KeyExpiring;
import io.gatehouse.identity.LedgerAlarmed;
import io.gatehouse.identity.PasswordChanged;
import io.gatehouse.identity.PasswordResetAsked;
import io.gatehouse.identity.ProviderBypassed;
import io.gatehouse.identity.SignInWarned;
import io.gatehouse.identity.TokenReused;
import io.gatehouse.ledger.HoldReviewDue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what happened into letters to be sent. An event may come twice. */
@Component
class MailEvents {

    private final Outbox outbox;

    MailEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @ApplicationModuleListener
    void on(InvitationIssued event) {
        outbox.put(
                event.organization(),
                Mail.Kind.INVITATION,
                event.invitation(),
                event.issue(),
                "invitation " + event.invitation() + " " + event.issue());
    }

    @ApplicationModuleListener
    void on(KeyExpiring event) {
        outbox.put(
                event.organization(),
                Mail.Kind.KEY_EXPIRING,
                event.key(),
                event.days(),
                "key expiring " + event.key() + " " + event.days());
    }

    @ApplicationModuleListener
    void on(ProviderBypassed event) {
        outbox.put(
                event.organization(),
                Mail.Kind.PROVIDER_BYPASSED,
                event.administrator().value(),
                1,
                "provider bypassed " + event.bypass() + " " + event.administrator());
    }

    @ApplicationModuleListener
    void on(LedgerAlarmed event) {
        outbox.put(
                event.organization(),
                Mail.Kind.LEDGER_ALARM,
                event.person().value(),
                1,
                "ledger alarm " + event.alarm() + " " + event.person());
    }

    @ApplicationModuleListener
    void on(SignInWarned event) {
        outbox.put(
                event.organization(),
                Mail.Kind.SIGN_IN_WARNING,
                event.warning(),
                1,
                "sign-in warning " + event.warning());
    }

    @ApplicationModuleListener
    void on(HoldReviewDue event) {
        outbox.put(
                event.organization(),
                Mail.Kind.HOLD_REVIEW,
                event.hold(),
                event.confirmer() ? 2 : 1,
                "hold review " + event.hold() + " " + event.reviewAt() + " " + event.confirmer());
    }

    @ApplicationModuleListener
    void on(TokenReused event) {
        outbox.put(event.organization(), Mail.Kind.TOKEN_REUSED, event.notice(), 1, "token reused " + event.notice());
    }

    @ApplicationModuleListener
    void on(DelegationGiven event) {
        outbox.put(
                event.organization(),
                Mail.Kind.DELEGATION_GIVEN,
                event.delegation(),
                event.delegator() ? 2 : 1,
                "delegation " + event.delegation() + " " + event.delegator());
    }

    @ApplicationModuleListener
    void on(PasswordResetAsked event) {
        outbox.put(null, Mail.Kind.PASSWORD_RESET, event.asking(), 1, "password reset " + event.asking());
    }

    @ApplicationModuleListener
    void on(PasswordChanged event) {
        outbox.put(null, Mail.Kind.PASSWORD_CHANGED, event.person().value(), 1, "password change " + event.change());
    }

    @ApplicationModuleListener
    void on(EmergencyBegun event) {
        outbox.put(event.customer(), Mail.Kind.EMERGENCY_BEGUN, event.notice(), 1, "emergency " + event.notice());
    }
}
