package io.gatehouse.identity.demands;

import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a person was signed in who let a program act for them: what an organization demands of them holds for the program.
 *
 * @param provider the organization's identity provider that vouched for them; null when Gatehouse itself checked it
 */
public record Consent(SecondFactor secondFactor, @Nullable UUID provider) {

    /** What was shown beside a password or its like. */
    public enum SecondFactor {
        NONE,
        OWN,
        FEDERATED
    }

    /** Given in that session. */
    public static Consent in(SignedIn session) {
        SecondFactor shown = SecondFactor.NONE;
        if (session.factors().contains(Factor.FEDERATED_SECOND_FACTOR)) {
            shown = SecondFactor.FEDERATED;
        } else if (session.hasSecondFactor()) {
            shown = SecondFactor.OWN;
        }
        return new Consent(shown, session.proven().provider());
    }
}
