package io.gatehouse.identity.fallback;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.ProviderLetters;
import io.gatehouse.identity.people.Administrators;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out what there is to say to an administrator when somebody came in without the required provider. */
@Component
final class BypassLetters implements ProviderLetters {

    private final Persons persons;
    private final Administrators administrators;
    private final Organizations organizations;
    private final PublicAddress address;

    BypassLetters(Persons persons, Administrators administrators, Organizations organizations, PublicAddress address) {
        this.persons = persons;
        this.administrators = administrators;
        this.organizations = organizations;
        this.address = address;
    }

    @Override
    public Optional<ProviderLetter> write(OrganizationId organization, PersonId administrator) {
        return persons.membership(organization, administrator)
                .filter(administrators::include)
                .map(Membership::person)
                .map(person -> letter(organizations.of(OrganizationScope.system(organization)), person));
    }

    private ProviderLetter letter(Organization organization, PersonRef administrator) {
        return new ProviderLetter(
                organization,
                administrator,
                address.of("/console/o/" + organization.slug() + "/ledger?action=person.fall-back"));
    }
}
