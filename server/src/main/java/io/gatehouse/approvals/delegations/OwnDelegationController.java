package io.gatehouse.approvals.delegations;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
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

/** When I am away. Whoever a policy may ask may hand that on. */
@RestController
@RequestMapping("/api/organizations/{organization}/my/delegations")
final class OwnDelegationController {

    private final Delegations delegations;

    OwnDelegationController(Delegations delegations) {
        this.delegations = delegations;
    }

    /** Those that one gave and those that one got, over ones included. */
    @GetMapping
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    List<Delegation> list(Caller caller) {
        return delegations.of(caller.scope(), caller.person());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    Delegation give(Caller caller, @RequestBody Delegations.Wanted wanted) {
        return delegations.give(caller, caller.person(), wanted);
    }

    /** The one who gave it takes it back, or the one who got it gives it back. */
    @PostMapping("/{id}/end")
    @Requires(
            value = {Permission.REQUEST_CREATE, Permission.REQUEST_DECIDE},
            teams = true)
    Delegation end(Caller caller, @PathVariable UUID id) {
        PersonId person = caller.person();
        return delegations.end(caller.scope(), id, delegation -> delegation.concerns(person));
    }
}
