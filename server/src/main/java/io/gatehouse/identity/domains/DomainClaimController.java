package io.gatehouse.identity.domains;

import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Claims of domains that wait, for operators: they may know what the DNS cannot tell. */
@RestController
@RequestMapping("/api/installation/domain-claims")
final class DomainClaimController {

    private final Domains domains;
    private final Persons persons;

    DomainClaimController(Domains domains, Persons persons) {
        this.domains = domains;
        this.persons = persons;
    }

    record Confirmation(
            @NotNull OrganizationId organization,
            @NotBlank @Size(max = 253) String name,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Requires(Permission.INSTALLATION_OPERATE)
    Page<DomainStore.Claim> waiting(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return domains.waiting(cursor, Page.limit(limit));
    }

    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.INSTALLATION_OPERATE)
    void confirm(SignedIn asking, @Valid @RequestBody Confirmation confirmation) {
        String name = persons.find(asking.person()).orElseThrow().displayName();
        domains.confirm(
                new OrganizationScope(confirmation.organization(), Actor.person(asking.person(), name)),
                confirmation.name(),
                confirmation.reason());
    }
}
