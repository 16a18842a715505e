package io.gatehouse.identity.demands;

import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.SignedIn;

/**
 * How a person was signed in who let a program act for them: what an organization demands of them holds for the program.
 *
 * @param throughProvider whether the organization's own identity provider vouched for them
 */
public record Consent(SecondFactor secondFactor, boolean throughProvider) {

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
        return new Consent(shown, session.through().isPresent());
    }
}
