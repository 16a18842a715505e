package io.gatehouse.identity.domains;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mail domains of one organization. */
@RestController
@RequestMapping("/api/organizations/{organization}/domains")
final class DomainController {

    private final Domains domains;

    DomainController(Domains domains) {
        this.domains = domains;
    }

    record NewDomain(@NotBlank @Size(max = 253) String name) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    List<Domain> list(OrganizationScope scope) {
        return domains.list(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    Domain claim(Caller caller, @Valid @RequestBody NewDomain wanted) {
        return domains.claim(caller, wanted.name());
    }

    @PostMapping("/{name}/check")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Domain check(Caller caller, @PathVariable String name) {
        return domains.check(caller, name);
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    void remove(Caller caller, @PathVariable String name) {
        domains.remove(caller, name);
    }
}
