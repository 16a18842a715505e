package io.gatehouse.identity.alarms;

import io.gatehouse.identity.AlarmLetters;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out what there is to say when a ledger does not match its tree. */
@Component
final class AlarmLetterWriter implements AlarmLetters {

    private final Persons persons;
    private final Organizations organizations;
    private final PublicAddress address;

    AlarmLetterWriter(Persons persons, Organizations organizations, PublicAddress address) {
        this.persons = persons;
        this.organizations = organizations;
        this.address = address;
    }

    @Override
    public Optional<AlarmLetter> write(OrganizationId id, PersonId person) {
        Organization organization = organizations.of(OrganizationScope.system(id));
        return persons.membership(id, person)
                .filter(member -> member.permissions().contains(Permission.LEDGER_READ))
                .map(Membership::person)
                .map(administrator -> new AlarmLetter(
                        organization, administrator, address.of("/console/o/" + organization.slug() + "/ledger")))
                .or(() -> operator(organization, person));
    }

    private Optional<AlarmLetter> operator(Organization organization, PersonId person) {
        return persons.isOperator(person)
                ? persons.find(person).map(operator -> new AlarmLetter(organization, operator, null))
                : Optional.empty();
    }
}
