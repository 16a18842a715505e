package io.gatehouse.identity.password;

import com.nulabinc.zxcvbn.Strength;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decides which passwords may be chosen. */
@Service
public final class PasswordPolicy {

    /** Fewest characters of a new password. */
    public static final int SHORTEST = 12;

    /** Most characters of a password. */
    public static final int LONGEST = 200;

    private static final int AT_ONCE = 4;
    private static final int STRONGEST = 4;

    private final StrengthEstimate estimate;
    private final BreachedPasswords breached;
    private final PolicySettings settings;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    PasswordPolicy(StrengthEstimate estimate, BreachedPasswords breached, PolicySettings settings) {
        this.estimate = estimate;
        this.breached = breached;
        this.settings = settings;
    }

    /**
     * Refuses a password that is not good enough.
     *
     * @param own what belongs to the person: e-mail, name
     * @throws ProblemException naming the field
     */
    public void require(String field, String password, String... own) {
        turns.acquireUninterruptibly();
        Verdict verdict = judged(password, List.of(own));
        if (!verdict.acceptable()) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "The password is not acceptable",
                    List.of(new ProblemException.FieldError(field, verdict.text())));
        }
    }

    /**
     * What is to be said of a password while it is typed.
     *
     * @throws ProblemException when too many are asked about at once: strangers may ask, so that they cost no more
     */
    Verdict verdict(String password, List<String> own) {
        if (!turns.tryAcquire()) {
            throw CommonProblem.TOO_MANY_ATTEMPTS.because("Many passwords are being looked at: try again in a moment");
        }
        return judged(password, own);
    }

    private Verdict judged(String password, List<String> own) {
        try {
            return judge(password, own);
        } finally {
            turns.release();
        }
    }

    private Verdict judge(String password, List<String> own) {
        if (password.length() < SHORTEST) {
            return Verdict.refused("Use at least " + SHORTEST + " characters.");
        }
        if (password.length() > LONGEST) {
            return Verdict.refused("Use at most " + LONGEST + " characters.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (own.stream().anyMatch(word -> word.contains("@") && lower.contains(word.toLowerCase(Locale.ROOT)))) {
            return Verdict.refused("Leave your e-mail address out of it.");
        }
        if (breached.contains(password)) {
            return Verdict.refused("This password was stolen elsewhere and is on the lists that attackers try first.");
        }
        return ofStrength(estimate.of(password, own));
    }

    private Verdict ofStrength(Strength strength) {
        boolean enough = strength.getScore() >= settings.strength();
        return new Verdict(
                enough,
                strength.getScore(),
                enough
                        ? praise(strength.getScore())
                        : blame(strength.getFeedback().getWarning(Locale.ENGLISH)),
                enough ? List.of() : strength.getFeedback().getSuggestions(Locale.ENGLISH));
    }

    private static String blame(@Nullable String warning) {
        return warning == null || warning.isEmpty() ? "Too easy to guess." : "Too easy to guess. " + warning;
    }

    private static String praise(int score) {
        return score == STRONGEST ? "Hard to guess." : "Good enough. Longer is better.";
    }
}
