package io.gatehouse.identity.founding;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.organizations.OrganizationChanges;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.signin.Passwords;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Makes the first operator, organization and admin, for whoever can read the server's log. */
@Service
final class FirstRun {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);

    private final Transactions transactions;
    private final FoundingStore store;
    private final Persons persons;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final OrganizationChanges organizations;
    private final FirstRunCode code = new FirstRunCode();

    FirstRun(
            Transactions transactions,
            FoundingStore store,
            Persons persons,
            Passwords passwords,
            PasswordPolicy policy,
            OrganizationChanges organizations) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.passwords = passwords;
        this.policy = policy;
        this.organizations = organizations;
    }

    /** Somebody to be made. */
    record NewPerson(String email, String displayName, String password) {

        @Override
        public String toString() {
            return "NewPerson[...]";
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (isNeeded()) {
            LOG.info("First-run code: {}", code.text());
        }
    }

    boolean isNeeded() {
        return !persons.anyOperator();
    }

    Organization complete(String given, NewPerson operator, String name, OrganizationKind kind, NewPerson admin) {
        requireNeeded();
        if (!code.accepts(given)) {
            throw CommonProblem.FORBIDDEN.because(
                    code.isExhausted()
                            ? "Too many wrong codes: restart the server, its log shows a new one"
                            : "This is not the first-run code that the server's log shows");
        }
        if (Persons.normalize(operator.email()).equals(Persons.normalize(admin.email()))) {
            throw CommonProblem.INVALID.because("The operator and the admin must have different e-mail addresses");
        }
        policy.require("operator.password", operator.password(), operator.email(), operator.displayName());
        policy.require("admin.password", admin.password(), admin.email(), admin.displayName());
        String operatorHash = passwords.hash(operator.password());
        String adminHash = passwords.hash(admin.password());
        return transactions.installation(() -> {
            store.lock();
            requireNeeded();
            PersonRef first = create(operator, operatorHash);
            persons.makeOperator(first.id());
            return found(first, name, kind, create(admin, adminHash));
        });
    }

    private Organization found(PersonRef operator, String name, OrganizationKind kind, PersonRef admin) {
        OrganizationScope scope = new OrganizationScope(
                new OrganizationId(Ids.next()), Actor.person(operator.id(), operator.displayName()));
        Organization organization = organizations.create(scope, name, kind, null);
        persons.join(scope, admin, Set.of(Role.administratorOf(kind)));
        return organization;
    }

    private PersonRef create(NewPerson person, String hash) {
        PersonRef created = persons.create(person.email(), person.displayName());
        passwords.keep(created.id(), hash);
        return created;
    }

    private void requireNeeded() {
        if (!isNeeded()) {
            throw CommonProblem.CONFLICT.because("Gatehouse is set up already: sign in");
        }
    }
}
