package io.gatehouse.identity.people;

import io.gatehouse.identity.Addressees;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** People across the installation: for signing in and for finding out what somebody may do where. */
@Service
public final class Persons implements Addressees {

    private final Transactions transactions;
    private final PersonStore people;
    private final MembershipStore memberships;
    private final Ledger ledger;

    Persons(Transactions transactions, PersonStore people, MembershipStore memberships, Ledger ledger) {
        this.transactions = transactions;
        this.people = people;
        this.memberships = memberships;
        this.ledger = ledger;
    }

    /** The form in which e-mail addresses are kept and compared. */
    public static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<PersonRef> find(PersonId person) {
        return transactions.installation(() -> people.find(person));
    }

    /** The person with that e-mail, in whatever case it is written. */
    public Optional<PersonRef> findByEmail(String email) {
        return transactions.installation(() -> people.findByEmail(normalize(email)));
    }

    /** Whether the person operates the installation. */
    public boolean isOperator(PersonId person) {
        return transactions.installation(() -> people.isOperator(person));
    }

    /** The person's standing in one organization; empty for strangers and suspended members. */
    public Optional<Membership> membership(OrganizationId organization, PersonId person) {
        return transactions.installation(() -> memberships.active(organization, person));
    }

    /** Those of the people who are active members of the organization. */
    public List<Membership> members(OrganizationId organization, Collection<PersonId> people) {
        return transactions.installation(() -> memberships.activeAmong(organization, people));
    }

    /** The person's standing in each of these organizations, where they have one. */
    public List<Membership> memberships(Collection<OrganizationId> organizations, PersonId person) {
        return transactions.installation(() -> memberships.activeIn(organizations, person));
    }

    /** Everywhere that the person is an active member, by the organizations' names. */
    public List<Membership> memberships(PersonId person) {
        return transactions.installation(() -> memberships.activeOf(person));
    }

    /** Customers for whom the person is engaged without being a member, by their names. */
    public List<Membership> engagements(PersonId person, int most) {
        return transactions.installation(() -> memberships.engagedOf(person, most));
    }

    /** Whether the person has a place in another organization as well, be it suspended. */
    public boolean belongsElsewhere(PersonId person, OrganizationId organization) {
        return transactions.installation(() -> memberships.existElsewhere(person, organization));
    }

    /** Whether the installation has an operator. */
    public boolean anyOperator() {
        return transactions.installation(people::anyOperator);
    }

    /** A new person, in the caller's open transaction of the installation. */
    public PersonRef create(String email, String displayName) {
        return transactions.installation(() -> {
            PersonRef person = new PersonRef(new PersonId(Ids.next()), displayName.strip(), normalize(email));
            people.insert(person);
            return person;
        });
    }

    /** Gives a person another address and name and tells the book, in the caller's open transaction of the installation. */
    public PersonRef rename(OrganizationScope scope, PersonRef person, String email, String displayName) {
        PersonRef renamed = new PersonRef(person.id(), displayName.strip(), normalize(email));
        if (!renamed.equals(person)) {
            people.rename(renamed);
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.rename", person.id(), renamed.displayName())
                            .change(named(person), named(renamed)));
        }
        return renamed;
    }

    /** Makes a person an operator of the installation. */
    public void makeOperator(PersonId person) {
        transactions.<Boolean>installation(() -> {
            people.insertOperator(person);
            return true;
        });
    }

    /**
     * Makes a person a member of the scope's organization and tells its book.
     *
     * @throws io.gatehouse.kernel.ProblemException when the person is one already
     */
    public void join(OrganizationScope scope, PersonRef person, Set<Role> roles) {
        transactions.<Boolean>installation(scope, () -> {
            if (!memberships.insert(scope.organization(), person.id(), roles)) {
                throw CommonProblem.CONFLICT.because(person.email() + " is a member of the organization already");
            }
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.join", person.id(), person.displayName())
                            .change(null, Map.of("email", new Personal(person.email(), person.id()), "roles", roles)));
            return true;
        });
    }

    /** Tells the books of all organizations to which the person belongs what the person did. */
    public void record(PersonId person, NewEntry entry) {
        record(person, null, entry);
    }

    /** As {@link #record(PersonId, NewEntry)}; of that organization alone, if one is named. */
    public void record(PersonId person, @Nullable OrganizationId only, NewEntry entry) {
        transactions.<Boolean>installation(() -> {
            for (Membership membership : memberships.activeOf(person)) {
                if (only != null && !only.equals(membership.organization())) {
                    continue;
                }
                transactions.<Boolean>installation(membership.scope(), () -> {
                    ledger.append(membership.scope(), entry);
                    return true;
                });
            }
            return true;
        });
    }

    /** Notes that the person signed in. */
    public void signedIn(PersonId person, Instant at) {
        transactions.<Boolean>installation(() -> {
            people.signedIn(person, at);
            return true;
        });
    }

    private static Map<String, @Nullable Object> named(PersonRef person) {
        return Map.of(
                "displayName",
                new Personal(person.displayName(), person.id()),
                "email",
                new Personal(person.email(), person.id()));
    }
}
