package io.gatehouse.identity.warnings;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.SignInWarned;
import io.gatehouse.identity.SignInWarningLetters;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out what there is to say when a letter is sent: by then it may have been seen to. */
@Component
final class WarningLetters implements SignInWarningLetters {

    private final Transactions transactions;
    private final WarningStore store;
    private final Endings endings;
    private final Persons persons;
    private final Organizations organizations;
    private final PublicAddress address;

    WarningLetters(
            Transactions transactions,
            WarningStore store,
            Endings endings,
            Persons persons,
            Organizations organizations,
            PublicAddress address) {
        this.transactions = transactions;
        this.store = store;
        this.endings = endings;
        this.persons = persons;
        this.organizations = organizations;
        this.address = address;
    }

    @Override
    public Optional<SignInWarningLetter> write(SignInWarned warned) {
        return transactions
                .installation(() -> store.find(warned.organization(), warned.warning()))
                .flatMap(warning -> write(warned.organization(), warning));
    }

    private Optional<SignInWarningLetter> write(OrganizationId organization, Warning warning) {
        Optional<Ending> ending = endings.find(organization, warning.about(), warning.subject())
                .filter(found -> found.at().equals(warning.endsAt()));
        Optional<Membership> administrator = persons.membership(organization, warning.person())
                .filter(member -> member.permissions().contains(Permission.ORGANIZATION_MANAGE));
        return ending.flatMap(found -> administrator.map(member -> letter(found, member)));
    }

    private SignInWarningLetter letter(Ending ending, Membership administrator) {
        Organization organization = organizations.of(OrganizationScope.system(ending.organization()));
        String page = "/console/o/" + organization.slug() + "/single-sign-on";
        return new SignInWarningLetter(
                organization,
                administrator.person(),
                ending.about(),
                ending.name(),
                ending.at(),
                address.of(ending.about() == About.DOMAIN ? page : page + "/" + ending.subject()));
    }
}
