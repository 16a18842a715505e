package io.gatehouse.identity.invitations;

import io.gatehouse.identity.InvitationIssued;
import io.gatehouse.identity.InvitationLetters;
import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes the links of letters that invite: the token exists in the letter, its hash in the database, and nowhere else. */
@Service
final class InvitationLinks implements InvitationLetters {

    private final Transactions transactions;
    private final InvitationStore store;
    private final Organizations organizations;
    private final InvitationDelivery delivery;
    private final Clock clock;

    InvitationLinks(
            Transactions transactions,
            InvitationStore store,
            Organizations organizations,
            InvitationDelivery delivery,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.organizations = organizations;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public Optional<InvitationLetter> write(InvitationIssued issued) {
        LinkToken token = LinkToken.next();
        OrganizationScope scope = OrganizationScope.system(issued.organization());
        return transactions.write(
                scope,
                () -> store.retoken(issued, token.hash(), clock.instant())
                        .map(invitation -> new InvitationLetter(
                                organizations.of(scope),
                                invitation.email(),
                                invitation.displayName(),
                                invitation.invitedBy() == null
                                        ? null
                                        : invitation.invitedBy().displayName(),
                                invitation.roles(),
                                delivery.link(token),
                                invitation.expiresAt())));
    }
}
