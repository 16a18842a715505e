package io.gatehouse.identity.invitations;

import io.gatehouse.identity.InvitationIssued;
import io.gatehouse.identity.Mailing;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings the link to the invited person: by mail, or through whoever invites. */
@Component
final class InvitationDelivery {

    private final Mailing mailing;
    private final ApplicationEventPublisher events;
    private final PublicAddress address;

    InvitationDelivery(Mailing mailing, ApplicationEventPublisher events, PublicAddress address) {
        this.mailing = mailing;
        this.events = events;
        this.address = address;
    }

    /** The link to be passed on; null when it will be mailed, where a token of the letter's own replaces this one. */
    @Nullable
    String deliver(OrganizationId organization, Invitation invitation, int issue, LinkToken token) {
        if (!mailing.isOffered()) {
            return link(token);
        }
        events.publishEvent(new InvitationIssued(organization, invitation.id(), issue));
        return null;
    }

    /** The page that accepts. The token stands behind the #, so that no log of a server has it. */
    String link(LinkToken token) {
        return address.of("/invitation#" + token.text());
    }
}
