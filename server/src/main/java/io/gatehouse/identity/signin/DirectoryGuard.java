package io.gatehouse.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Slows guessing at passwords that another place keeps, as {@link SignInGuard} does for those kept here. */
@Service
public final class DirectoryGuard {

    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private final SignInGuard guard;

    DirectoryGuard(SignInGuard guard) {
        this.guard = guard;
    }

    /**
     * Lets one attempt through. Only a wrong password counts as a failure, not a place that cannot be asked.
     *
     * @param place that keeps the password
     * @param name as the person entered it: its spelling does not matter
     * @param check empty when the name or the password is not right; is told whether somebody, found by whatever name,
     *     may be tried
     * @throws io.gatehouse.kernel.ProblemException after too many failures lately
     */
    public <T> Optional<T> slowed(
            UUID place,
            String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Function<Predicate<String>, Optional<T>> check) {
        SignInGuard.Attempt attempt = guard.enter(place + " " + normalized(name), null, request.getRemoteAddr(), null);
        if (attempt.refused()) {
            SessionStart.accepted(new SignIn.Outcome.Paused(attempt.pause()), response);
        }
        List<SignInGuard.Attempt> counted = new ArrayList<>(List.of(attempt));
        try {
            Optional<T> checked = check.apply(subject -> mayTry(place + " subject " + subject, counted));
            if (checked.isPresent()) {
                counted.forEach(guard::succeeded);
            }
            return checked;
        } catch (RuntimeException e) {
            // Nothing was learned of the password: this attempt is no failure, and earlier ones remain.
            counted.forEach(guard::giveBack);
            throw e;
        }
    }

    private boolean mayTry(String subject, List<SignInGuard.Attempt> counted) {
        SignInGuard.Attempt attempt = guard.enter(subject);
        counted.add(attempt);
        return !attempt.refused();
    }

    private static String normalized(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }
}
