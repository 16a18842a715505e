package io.gatehouse.identity.people;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** People across the installation: for signing in and for finding out what somebody may do where. */
@Service
public final class Persons {

    private final Transactions transactions;
    private final PersonStore people;
    private final MembershipStore memberships;

    Persons(Transactions transactions, PersonStore people, MembershipStore memberships) {
        this.transactions = transactions;
        this.people = people;
        this.memberships = memberships;
    }

    /** The form in which e-mail addresses are kept and compared. */
    public static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** A person of the installation. */
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

    /** Everywhere that the person is an active member, by the organizations' names. */
    public List<Membership> memberships(PersonId person) {
        return transactions.installation(() -> memberships.activeOf(person));
    }

    /** Notes that the person signed in. */
    public void signedIn(PersonId person, Instant at) {
        transactions.<Boolean>installation(() -> {
            people.signedIn(person, at);
            return true;
        });
    }
}
