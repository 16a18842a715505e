package io.gatehouse.identity.invitations;

import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.signin.Passwords;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
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

    private static final int TOKEN_BYTES = 32;

    private final Transactions transactions;
    private final InvitationStore store;
    private final Persons persons;
    private final Passwords passwords;
    private final Organizations organizations;
    private final Ledger ledger;
    private final Signals signals;
    private final PublicAddress address;
    private final InvitationSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            Transactions transactions,
            InvitationStore store,
            Persons persons,
            Passwords passwords,
            Organizations organizations,
            Ledger ledger,
            Signals signals,
            PublicAddress address,
            InvitationSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.passwords = passwords;
        this.organizations = organizations;
        this.ledger = ledger;
        this.signals = signals;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Invites somebody. The roles were checked.
     *
     * @throws ProblemException when a member has that e-mail
     */
    public Invitation.Issued invite(
            OrganizationScope scope, String email, @Nullable String displayName, Collection<Role> roles) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                Ids.next(),
                Persons.normalize(email),
                displayName == null || displayName.isBlank() ? null : displayName.strip(),
                roles.stream().sorted().toList(),
                null,
                now,
                now.plus(settings.validFor()));
        transactions.write(scope, () -> keep(scope, invitation, hash(text)));
        return new Invitation.Issued(invitation, address.of("/invitation#" + text));
    }

    List<Invitation> open(OrganizationScope scope) {
        return transactions.read(scope, () -> store.open(scope, clock.instant()));
    }

    void revoke(OrganizationScope scope, UUID id) {
        transactions.write(scope, () -> {
            Invitation revoked = store.delete(scope, id)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such open invitation"));
            ledger.append(scope, entry("invitation.revoke", revoked).change(fields(revoked), null));
        });
    }

    InvitationStore.Open find(String token) {
        return transactions
                .installation(() -> store.find(hash(token), clock.instant()))
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
        Passwords.check("password", password, open.invitation().email());
        String hash = passwords.hash(password);
        return transactions.installation(() -> {
            PersonRef person = persons.create(open.invitation().email(), displayName);
            passwords.keep(person.id(), hash);
            accept(open, person);
            return person;
        });
    }

    private void keep(OrganizationScope scope, Invitation invitation, byte[] tokenHash) {
        if (store.isMember(scope, invitation.email())) {
            throw CommonProblem.CONFLICT.because(invitation.email() + " is a member of the organization already");
        }
        store.insert(scope, invitation, tokenHash);
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
                "email", new Personal(invitation.email()),
                "roles", invitation.roles(),
                "expiresAt", invitation.expiresAt());
    }

    private static List<String> titles(List<Role> roles) {
        return roles.stream().map(Role::title).toList();
    }

    private static ProblemException dead() {
        return CommonProblem.NOT_FOUND.because("The invitation was used, withdrawn or has expired: ask for a new one");
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
