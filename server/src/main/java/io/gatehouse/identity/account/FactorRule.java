package io.gatehouse.identity.account;

import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import org.springframework.stereotype.Component;

/**
 * In which sessions a person's factors may be changed. A factor opens every organization of the person: whoever controls
 * the identity provider of one of them must not come into the others by adding one.
 */
@Component
final class FactorRule {

    private final Persons persons;

    FactorRule(Persons persons) {
        this.persons = persons;
    }

    void check(SignedIn session) {
        boolean reachesFurther = session.through()
                .filter(organization -> persons.belongsElsewhere(session.person(), organization)
                        || persons.isOperator(session.person()))
                .isPresent();
        if (reachesFurther) {
            throw CommonProblem.CONFLICT.because(
                    "You belong to others as well: sign in with your password to change your factors");
        }
    }
}
