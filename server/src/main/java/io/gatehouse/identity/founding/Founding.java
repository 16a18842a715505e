package io.gatehouse.identity.founding;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.invitations.Invitation;
import io.gatehouse.identity.invitations.Invitations;
import io.gatehouse.identity.organizations.OrganizationChanges;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Founds organizations, each with an invitation for its first admin. */
@Service
final class Founding {

    private final Transactions transactions;
    private final OrganizationChanges organizations;
    private final Invitations invitations;
    private final Ledger ledger;

    Founding(Transactions transactions, OrganizationChanges organizations, Invitations invitations, Ledger ledger) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.invitations = invitations;
        this.ledger = ledger;
    }

    /** A new organization and the invitation of its first admin. */
    record Founded(Organization organization, Link invitation) {}

    /**
     * The way in for the first admin.
     *
     * @param link shown this once, to be passed on; null when it is mailed
     */
    record Link(@Nullable String link, String email, Instant expiresAt) {}

    Founded found(Actor operator, String name, OrganizationKind kind, String adminEmail) {
        return transactions.installation(() -> create(operator, name, kind, null, adminEmail));
    }

    /** Told in the customer's book and in the provider's. */
    Founded foundCustomer(OrganizationScope provider, String name, String adminEmail) {
        return transactions.installation(provider, () -> {
            Founded founded =
                    create(provider.actor(), name, OrganizationKind.CUSTOMER, provider.organization(), adminEmail);
            Organization customer = founded.organization();
            ledger.append(
                    provider,
                    NewEntry.of("customer.create", "organization", customer.id(), customer.name())
                            .change(null, Map.of("name", customer.name())));
            return founded;
        });
    }

    private Founded create(
            Actor actor, String name, OrganizationKind kind, @Nullable OrganizationId parent, String adminEmail) {
        OrganizationScope scope = new OrganizationScope(new OrganizationId(Ids.next()), actor);
        return transactions.installation(scope, () -> {
            Organization organization = organizations.create(scope, name, kind, parent);
            Invitation.Issued issued = invitations.invite(scope, adminEmail, null, List.of(Role.administratorOf(kind)));
            return new Founded(
                    organization,
                    new Link(
                            issued.link(),
                            issued.invitation().email(),
                            issued.invitation().expiresAt()));
        });
    }
}
