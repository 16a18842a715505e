package io.gatehouse.identity.founding;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.organizations.OrganizationDirectory;
import io.gatehouse.identity.organizations.OrganizationQuery;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A provider's customers. */
@RestController
@RequestMapping("/api/organizations/{organization}/customers")
final class CustomersController {

    private final OrganizationDirectory directory;
    private final Founding founding;

    CustomersController(OrganizationDirectory directory, Founding founding) {
        this.directory = directory;
        this.founding = founding;
    }

    record NewCustomer(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Email @Size(max = 254) String adminEmail) {}

    @GetMapping
    @Requires(Permission.CUSTOMER_READ)
    Page<Organization> customers(OrganizationScope scope, OrganizationQuery query) {
        return directory.customers(scope, query);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.CUSTOMER_CREATE)
    Founding.Founded create(OrganizationScope scope, @Valid @RequestBody NewCustomer wanted) {
        if (directory.of(scope).kind() != OrganizationKind.PROVIDER) {
            throw CommonProblem.CONFLICT.because("Only a provider has customers");
        }
        return founding.foundCustomer(scope, wanted.name(), wanted.adminEmail());
    }
}
