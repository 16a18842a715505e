package io.gatehouse.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Slows guessing at passwords that another place keeps, as {@link SignInGuard} does for those kept here. */
@Service
public final class DirectoryGuard {

    private final SignInGuard guard;

    DirectoryGuard(SignInGuard guard) {
        this.guard = guard;
    }

    /**
     * Lets one attempt through. Only a wrong password counts as a failure, not a place that cannot be asked.
     *
     * @param account of which place whose
     * @param check empty when the name or the password is not right
     * @throws io.gatehouse.kernel.ProblemException after too many failures lately
     */
    public <T> Optional<T> slowed(
            String account, HttpServletRequest request, HttpServletResponse response, Supplier<Optional<T>> check) {
        SignInGuard.Attempt attempt = guard.enter(account, null, request.getRemoteAddr(), null);
        if (attempt.refused()) {
            SessionStart.accepted(new SignIn.Outcome.Paused(attempt.pause()), response);
        }
        boolean wrong = false;
        try {
            Optional<T> checked = check.get();
            wrong = checked.isEmpty();
            return checked;
        } finally {
            if (!wrong) {
                guard.succeeded(attempt);
            }
        }
    }
}
