package io.gatehouse.identity.founding;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.organizations.OrganizationDirectory;
import io.gatehouse.identity.organizations.OrganizationQuery;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator of the installation does: found organizations, and see which there are. */
@RestController
@RequestMapping("/api/installation/organizations")
final class InstallationController {

    private final OrganizationDirectory directory;
    private final Founding founding;
    private final Persons persons;

    InstallationController(OrganizationDirectory directory, Founding founding, Persons persons) {
        this.directory = directory;
        this.founding = founding;
        this.persons = persons;
    }

    record NewOrganization(
            @NotBlank @Size(max = 120) String name,
            @NotNull OrganizationKind kind,
            @NotBlank @Email @Size(max = 254) String adminEmail) {}

    @GetMapping
    @Requires(Permission.INSTALLATION_OPERATE)
    Page<Organization> organizations(OrganizationQuery query) {
        return directory.topLevel(query);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.INSTALLATION_OPERATE)
    Founding.Founded found(PersonId operator, @Valid @RequestBody NewOrganization wanted) {
        if (wanted.kind() == OrganizationKind.CUSTOMER) {
            throw CommonProblem.INVALID.because(
                    "kind must be PROVIDER or ENTERPRISE: a provider creates its customers");
        }
        PersonRef person = persons.find(operator).orElseThrow();
        return founding.found(
                Actor.person(person.id(), person.displayName()), wanted.name(), wanted.kind(), wanted.adminEmail());
    }
}
