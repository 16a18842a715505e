package io.gatehouse.identity.reset;

import io.gatehouse.identity.PasswordChanged;
import io.gatehouse.identity.PasswordLetters;
import io.gatehouse.identity.PasswordResetAsked;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.signin.Passwords;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes the links of letters: the token exists in the letter, its hash in the database, and nowhere else. */
@Service
final class ResetLinks implements PasswordLetters {

    private final Transactions transactions;
    private final ResetStore store;
    private final Persons persons;
    private final Passwords passwords;
    private final PublicAddress address;
    private final ResetSettings settings;
    private final Clock clock;

    ResetLinks(
            Transactions transactions,
            ResetStore store,
            Persons persons,
            Passwords passwords,
            PublicAddress address,
            ResetSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.passwords = passwords;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<ResetLetter> write(PasswordResetAsked asked) {
        LinkToken token = LinkToken.next();
        Instant now = clock.instant();
        return transactions.installation(() -> store.token(
                        asked.asking(),
                        token.hash(),
                        now.minus(PasswordResets.FORGOTTEN_AFTER),
                        now.plus(settings.validFor()))
                // Who signs in elsewhere has no password here, and a forgotten one must not give them one.
                .filter(passwords::has)
                .flatMap(persons::find)
                .map(person ->
                        new ResetLetter(person, address.of("/password-reset#" + token.text()), settings.validFor())));
    }

    @Override
    public Optional<PersonRef> write(PasswordChanged changed) {
        return persons.find(changed.person());
    }
}
