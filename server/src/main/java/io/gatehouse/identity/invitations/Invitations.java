package io.gatehouse.identity.invitations;

import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.signin.Passwords;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Invites people and lets them in, once. */
@Service
public final class Invitations {

    private static final Duration BETWEEN_ISSUES = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final InvitationStore store;
    private final Persons persons;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final Organizations organizations;
    private final Ledger ledger;
    private final Signals signals;
    private final InvitationDelivery delivery;
    private final InvitationSettings settings;
    private final Clock clock;

    Invitations(
            Transactions transactions,
            InvitationStore store,
            Persons persons,
            Passwords passwords,
            PasswordPolicy policy,
            Organizations organizations,
            Ledger ledger,
            Signals signals,
            InvitationDelivery delivery,
            InvitationSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.passwords = passwords;
        this.policy = policy;
        this.organizations = organizations;
        this.ledger = ledger;
        this.signals = signals;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Invites somebody, by mail where the installation sends any. The roles were checked.
     *
     * @throws ProblemException when a member has that e-mail
     */
    public Invitation.Issued invite(
            OrganizationScope scope, String email, @Nullable String displayName, Collection<Role> roles) {
        LinkToken token = LinkToken.next();
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                Ids.next(),
                Persons.normalize(email),
                displayName == null || displayName.isBlank() ? null : displayName.strip(),
                roles.stream().sorted().toList(),
                null,
                now,
                now,
                now.plus(settings.validFor()));
        return transactions.write(scope, () -> {
            keep(scope, invitation, token);
            return issued(scope, invitation, 1, token);
        });
    }

    /** Which roles the open invitation gives. */
    List<Role> roles(OrganizationScope scope, UUID id) {
        return transactions
                .read(scope, () -> store.find(scope, id))
                .orElseThrow(Invitations::closed)
                .roles();
    }

    /** Makes the link of an invitation anew, with its whole time before it; the one before stops working. */
    Invitation.Issued renew(OrganizationScope scope, UUID id) {
        LinkToken token = LinkToken.next();
        Instant now = clock.instant();
        return transactions.write(scope, () -> {
            Invitation before = store.lock(scope, id).orElseThrow(Invitations::closed);
            if (before.issuedAt().plus(BETWEEN_ISSUES).isAfter(now)) {
                throw CommonProblem.TOO_MANY_ATTEMPTS.because("An invitation can be sent once a minute");
            }
            int issue = store.renew(scope, id, token.hash(), now, now.plus(settings.validFor()));
            Invitation renewed = store.find(scope, id).orElseThrow();
            ledger.append(
                    scope,
                    entry("invitation.renew", renewed)
                            .change(Map.of("expiresAt", before.expiresAt()), Map.of("expiresAt", renewed.expiresAt())));
            return issued(scope, renewed, issue, token);
        });
    }

    private Invitation.Issued issued(OrganizationScope scope, Invitation invitation, int issue, LinkToken token) {
        return new Invitation.Issued(invitation, delivery.deliver(scope.organization(), invitation, issue, token));
    }

    List<Invitation> waiting(OrganizationScope scope) {
        return transactions.read(scope, () -> store.waiting(scope));
    }

    void revoke(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            Invitation revoked = store.delete(scope, id).orElseThrow(Invitations::closed);
            ledger.append(scope, entry("invitation.revoke", revoked).change(fields(revoked), null));
        });
    }

    InvitationStore.Open find(String token) {
        return transactions
                .installation(() -> store.find(new LinkToken(token).hash(), clock.instant()))
                .orElseThrow(Invitations::dead);
    }

    String organizationName(InvitationStore.Open open) {
        return organizations.of(OrganizationScope.system(open.organization())).name();
    }

    /** Lets in somebody whom the installation knows and who has proven it. */
    void accept(InvitationStore.Open open, PersonRef person) {
        OrganizationScope scope = scope(open, person);
        transactions.<Boolean>installation(scope, () -> {
            close(open);
            persons.join(scope, person, Set.copyOf(open.invitation().roles()));
            return true;
        });
        signals.announce(open.organization(), Signals.Topic.PEOPLE, 1);
    }

    /** Lets in somebody new. */
    PersonRef acceptNew(InvitationStore.Open open, String displayName, String password) {
        policy.require("password", password, open.invitation().email(), displayName, organizationName(open));
        String hash = passwords.hash(password);
        return transactions.installation(() -> {
            PersonRef person = persons.create(open.invitation().email(), displayName);
            passwords.keep(person.id(), hash);
            accept(open, person);
            return person;
        });
    }

    private void keep(OrganizationScope scope, Invitation invitation, LinkToken token) {
        if (store.isMember(scope, invitation.email())) {
            throw CommonProblem.CONFLICT.because(invitation.email() + " is a member of the organization already");
        }
        store.insert(scope, invitation, token.hash());
        ledger.append(scope, entry("invitation.create", invitation).change(null, fields(invitation)));
    }

    private void close(InvitationStore.Open open) {
        if (!store.accept(open, clock.instant())) {
            throw dead();
        }
    }

    private static OrganizationScope scope(InvitationStore.Open open, PersonRef person) {
        return new OrganizationScope(open.organization(), Actor.person(person.id(), person.displayName()));
    }

    private static NewEntry entry(String action, Invitation invitation) {
        return NewEntry.of(action, "invitation", invitation.id(), String.join(", ", titles(invitation.roles())));
    }

    private static Map<String, @Nullable Object> fields(Invitation invitation) {
        return Map.of(
                "email", new Personal(invitation.email(), invitation.id()),
                "roles", invitation.roles(),
                "expiresAt", invitation.expiresAt());
    }

    private static List<String> titles(List<Role> roles) {
        return roles.stream().map(Role::title).toList();
    }

    private static ProblemException closed() {
        return CommonProblem.NOT_FOUND.because("There is no such open invitation");
    }

    private static ProblemException dead() {
        return CommonProblem.NOT_FOUND.because("The invitation was used, withdrawn or has expired: ask for a new one");
    }
}
