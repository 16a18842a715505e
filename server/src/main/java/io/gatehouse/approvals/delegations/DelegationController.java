package io.gatehouse.approvals.delegations;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Delegations of somebody absent, in the hands of those who manage people. */
@RestController
@RequestMapping("/api/organizations/{organization}/people/{person}/delegations")
final class DelegationController {

    private final Delegations delegations;

    DelegationController(Delegations delegations) {
        this.delegations = delegations;
    }

    @GetMapping
    @Requires(Permission.PEOPLE_MANAGE)
    List<Delegation> list(OrganizationScope scope, @PathVariable PersonId person) {
        return delegations.of(scope, person);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @Requires(Permission.PEOPLE_MANAGE)
    Delegation give(Caller caller, @PathVariable PersonId person, @RequestBody Delegations.Wanted wanted) {
        return delegations.give(caller, person, wanted);
    }

    @PostMapping("/{id}/end")
    @Requires(Permission.PEOPLE_MANAGE)
    Delegation end(OrganizationScope scope, @PathVariable PersonId person, @PathVariable UUID id) {
        return delegations.end(scope, id, delegation -> delegation.concerns(person));
    }
}
