package io.gatehouse.identity.roles;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a member may do, and why. */
@RestController
@RequestMapping("/api/organizations/{organization}/people/{id}/grants")
final class GrantController {

    private final Grants grants;
    private final FreshFactors freshFactors;

    GrantController(Grants grants, FreshFactors freshFactors) {
        this.grants = grants;
        this.freshFactors = freshFactors;
    }

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    List<GivenGrant> list(OrganizationScope scope, @PathVariable PersonId id) {
        return grants.of(scope, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    List<GivenGrant> give(Caller caller, @PathVariable PersonId id, @RequestBody Grants.Wanted wanted) {
        if (grants.giveAdministration(caller, wanted)) {
            freshFactors.demand();
        }
        return grants.give(caller, id, wanted);
    }

    @DeleteMapping("/{grant}")
    @Requires(Permission.PEOPLE_MANAGE)
    List<GivenGrant> take(Caller caller, @PathVariable PersonId id, @PathVariable UUID grant) {
        return grants.take(caller, id, grant);
    }
}
