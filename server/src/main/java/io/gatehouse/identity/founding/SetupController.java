package io.gatehouse.identity.founding;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PublicEndpoint;
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

/** The first run. */
@RestController
@RequestMapping("/api/setup")
final class SetupController {

    private final FirstRun firstRun;

    SetupController(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    record State(boolean required) {}

    record Person(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 120) String displayName,
            @NotBlank @Size(max = PasswordPolicy.LONGEST) String password) {

        FirstRun.NewPerson toNewPerson() {
            return new FirstRun.NewPerson(email, displayName, password);
        }

        @Override
        public String toString() {
            return "Person[...]";
        }
    }

    record FirstOrganization(
            @NotBlank @Size(max = 120) String name, @NotNull OrganizationKind kind) {}

    record Setup(
            @NotBlank @Size(max = 40) String code,
            @NotNull @Valid Person operator,
            @NotNull @Valid FirstOrganization organization,
            @NotNull @Valid Person admin) {

        @Override
        public String toString() {
            return "Setup[...]";
        }
    }

    record Done(Organization organization) {}

    @GetMapping
    @PublicEndpoint("Tells whether there is anybody to sign in as")
    State state() {
        return new State(firstRun.isNeeded());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PublicEndpoint("Works once, with the one-time code that the server's log shows")
    Done complete(@Valid @RequestBody Setup setup) {
        if (setup.organization().kind() == OrganizationKind.CUSTOMER) {
            throw CommonProblem.INVALID.because("organization.kind must be PROVIDER or ENTERPRISE");
        }
        return new Done(firstRun.complete(
                setup.code(),
                setup.operator().toNewPerson(),
                setup.organization().name(),
                setup.organization().kind(),
                setup.admin().toNewPerson()));
    }
}
