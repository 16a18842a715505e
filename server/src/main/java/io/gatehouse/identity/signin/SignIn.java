package io.gatehouse.identity.signin;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.PersonId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds out whether somebody is who they say. */
@Service
final class SignIn {

    private static final int TOKEN_BYTES = 24;

    private final Persons persons;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignIn(Persons persons, Passwords passwords, SignInGuard guard, Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.guard = guard;
        this.clock = clock;
    }

    /** How an attempt ended. */
    sealed interface Outcome {
        /** The person is who they say; the browser keeps the token. */
        record Accepted(PersonId person, String browser) implements Outcome {}

        /** No such person, or another password: nobody is told which. */
        record Refused() implements Outcome {}

        /** Too many failures lately; try again after the pause. */
        record Paused(Duration pause) implements Outcome {}
    }

    Outcome attempt(String email, String password, String address, @Nullable String browser) {
        String normalized = Persons.normalize(email);
        @Nullable
        PersonId person = persons.findByEmail(normalized).map(PersonRef::id).orElse(null);
        SignInGuard.Attempt attempt = guard.enter(normalized, person, address, browser);
        if (attempt.refused()) {
            return new Outcome.Paused(attempt.pause());
        }
        if (!passwords.matches(person, password) || person == null) {
            return new Outcome.Refused();
        }
        String token = browser == null ? newToken() : browser;
        guard.succeeded(attempt, person, token);
        persons.signedIn(person, clock.instant());
        return new Outcome.Accepted(person, token);
    }

    private String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
