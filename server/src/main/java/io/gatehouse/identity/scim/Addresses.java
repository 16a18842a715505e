package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.domains.Domains;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.OrganizationScope;
import org.springframework.stereotype.Component;

/** Whom a directory may call by which name and address. In the caller's open transaction of the installation. */
@Component
final class Addresses {

    private final Domains domains;
    private final Persons persons;
    private final MemberNames members;

    Addresses(Domains domains, Persons persons, MemberNames members) {
        this.domains = domains;
        this.persons = persons;
        this.members = members;
    }

    /** Refuses an address under a domain that the organization has not proven to be its own. */
    void requireOwn(OrganizationScope scope, String email) {
        int at = email.indexOf('@');
        if (at < 1 || at != email.lastIndexOf('@')) {
            throw ScimRefusal.invalidValue("emails, or else userName, must be an e-mail address, not " + email);
        }
        if (domains.owner(Persons.normalize(email))
                .filter(scope.organization()::equals)
                .isEmpty()) {
            throw ScimRefusal.invalidValue("The organization has not proven the domain of " + email);
        }
    }

    /**
     * Gives a person the name and address that the directory says. Whoever gets an account's letters can get into it:
     * the address of those who have more than the directory gives is not changed.
     */
    PersonRef rename(OrganizationScope scope, PersonRef person, UserAttributes said) {
        String email = Persons.normalize(said.email());
        boolean onlyHere =
                !persons.belongsElsewhere(person.id(), scope.organization()) && !persons.isOperator(person.id());
        if (email.equals(person.email())) {
            return onlyHere ? persons.rename(scope, person, email, said.shownName()) : person;
        }
        requireOwn(scope, email);
        if (!onlyHere || members.holdsByHand(scope, person.id())) {
            throw ScimRefusal.mutability("The address of " + person.email()
                    + " can only be changed by a person: they have a place elsewhere, or roles given by hand");
        }
        if (persons.findByEmail(email).isPresent()) {
            throw ScimRefusal.uniqueness("Somebody else has the address " + email);
        }
        return persons.rename(scope, person, email, said.shownName());
    }
}
