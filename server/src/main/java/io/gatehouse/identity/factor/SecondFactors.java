package io.gatehouse.identity.factor;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.NewEntry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What second factors people have; adds, checks and removes them. */
@Service
public final class SecondFactors {

    private final Transactions transactions;
    private final Persons persons;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final BackupCodes backupCodes;

    SecondFactors(
            Transactions transactions,
            Persons persons,
            Authenticators authenticators,
            Passkeys passkeys,
            BackupCodes backupCodes) {
        this.transactions = transactions;
        this.persons = persons;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.backupCodes = backupCodes;
    }

    /** The second factors that the person can show now; none when they never added one. */
    public Set<Factor> of(PersonId person) {
        return transactions.installation(() -> {
            EnumSet<Factor> factors = EnumSet.noneOf(Factor.class);
            if (authenticators.confirmedAt(person).isPresent()) {
                factors.add(Factor.AUTHENTICATOR_APP);
            }
            if (!passkeys.of(person).isEmpty()) {
                factors.add(Factor.PASSKEY);
            }
            if (!factors.isEmpty() && backupCodes.left(person) > 0) {
                factors.add(Factor.BACKUP_CODE);
            }
            return factors;
        });
    }

    /** Whether that proves the person's second factor. Nothing proves it twice. */
    public boolean take(PersonId person, FactorProof proof) {
        return switch (proof.factor()) {
            case AUTHENTICATOR_APP -> authenticators.take(person, proof.secret());
            case BACKUP_CODE -> backupCodes.use(person, proof.secret());
            case PASSKEY -> passkeys.show(person, proof.secret());
            case PASSWORD, FEDERATED, FEDERATED_SECOND_FACTOR -> false;
        };
    }

    /**
     * What a person is told of their own.
     *
     * @param authenticatorSince null without an authenticator app
     * @param passkeysPossible whether browsers know passkeys for the installation's address
     */
    public record Overview(
            @Nullable Instant authenticatorSince,
            List<Passkey> passkeys,
            boolean passkeysPossible,
            int backupCodesLeft) {}

    /**
     * A key in a device of the person.
     *
     * @param name the person's own for the device
     */
    public record Passkey(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    /** What the person has. */
    public Overview overview(PersonId person) {
        return transactions.installation(() -> new Overview(
                authenticators.confirmedAt(person).orElse(null),
                passkeys.of(person),
                passkeys.arePossible(),
                backupCodes.left(person)));
    }

    /**
     * A seed for an authenticator app, which counts for nothing until {@link #confirmAuthenticator}.
     *
     * @param secret as a person types it into an app
     * @param address as a QR code carries it
     */
    public record Proposal(String secret, String address) {

        @Override
        public String toString() {
            return "Proposal[...]";
        }
    }

    /** Proposes an authenticator app. */
    public Proposal proposeAuthenticator(PersonId person) {
        return authenticators.propose(find(person));
    }

    /** Adds the proposed app, whose first code that is. Answers with backup codes when the person has none. */
    public List<String> confirmAuthenticator(PersonId person, String code) {
        return changed(person, "person.add-factor", Factor.AUTHENTICATOR_APP, () -> {
            authenticators.confirm(person, code);
            return backupCodes.left(person) == 0 ? backupCodes.issue(person) : List.of();
        });
    }

    /** Removes the app, and the backup codes when it was the last factor. */
    public void removeAuthenticator(PersonId person) {
        changed(person, "person.remove-factor", Factor.AUTHENTICATOR_APP, () -> {
            authenticators.remove(person);
            removeBackupCodesOfNothing(person);
            return true;
        });
    }

    /** What a browser needs to make a passkey for the person. */
    public Map<String, Object> optionsToAddPasskey(PersonId person) {
        return passkeys.optionsToAdd(find(person));
    }

    /**
     * What a browser needs to use a passkey.
     *
     * @param person whose; null for signing in without a password
     */
    public Map<String, Object> optionsToShowPasskey(@Nullable PersonId person) {
        return passkeys.optionsToShow(person);
    }

    /** Adds the passkey that a browser made. Answers with backup codes when the person has none. */
    public List<String> addPasskey(PersonId person, String name, String answer) {
        return changed(person, "person.add-factor", Factor.PASSKEY, () -> {
            if (!passkeys.add(find(person), name, answer)) {
                throw CommonProblem.INVALID.because("The device's answer does not fit what it was asked");
            }
            return backupCodes.left(person) == 0 ? backupCodes.issue(person) : List.of();
        });
    }

    /** Gives a passkey another name. */
    public void renamePasskey(PersonId person, UUID id, String name) {
        changed(person, "person.rename-passkey", Factor.PASSKEY, () -> found(passkeys.rename(person, id, name)));
    }

    /** Removes a passkey, and the backup codes when it was the last factor. */
    public void removePasskey(PersonId person, UUID id) {
        changed(person, "person.remove-factor", Factor.PASSKEY, () -> {
            found(passkeys.remove(person, id));
            removeBackupCodesOfNothing(person);
            return true;
        });
    }

    /** Who signs in by a passkey alone, of a device that has checked who holds it. */
    public Optional<PersonId> signIn(String answer) {
        return passkeys.signIn(answer);
    }

    /** New backup codes in place of all others. */
    public List<String> issueBackupCodes(PersonId person) {
        return changed(person, "person.issue-backup-codes", Factor.BACKUP_CODE, () -> {
            if (of(person).isEmpty()) {
                throw CommonProblem.CONFLICT.because("Add an authenticator app or a passkey first");
            }
            return backupCodes.issue(person);
        });
    }

    /** Removes all of a person's, for somebody who looks after people: the device is lost, and so are the codes. */
    public void removeAll(PersonId person) {
        transactions.<Boolean>installation(() -> {
            authenticators.forget(person);
            passkeys.removeAll(person);
            backupCodes.removeAll(person);
            return true;
        });
    }

    private void removeBackupCodesOfNothing(PersonId person) {
        if (of(person).isEmpty()) {
            backupCodes.removeAll(person);
        }
    }

    private static boolean found(boolean found) {
        if (!found) {
            throw CommonProblem.NOT_FOUND.because("You have no such passkey");
        }
        return true;
    }

    private <T> T changed(PersonId person, String action, Factor factor, Supplier<T> change) {
        return transactions.installation(() -> {
            T result = change.get();
            persons.record(
                    person,
                    NewEntry.ofPerson(action, person, find(person).displayName())
                            .change(null, Map.of("factor", factor.name())));
            return result;
        });
    }

    private PersonRef find(PersonId person) {
        return persons.find(person)
                .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("The session's person is gone"));
    }
}
