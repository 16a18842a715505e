package io.gatehouse.identity.demands;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an organization demands of those who act in it. */
@RestController
@RequestMapping("/api/organizations/{organization}/sign-in-demands")
final class DemandsController {

    private final Demands demands;

    DemandsController(Demands demands) {
        this.demands = demands;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_READ)
    SignInDemands demands(OrganizationScope scope) {
        return demands.of(scope);
    }

    @PutMapping
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    SignInDemands change(OrganizationScope scope, @Valid @RequestBody SignInDemands wanted) {
        return demands.change(scope, wanted);
    }
}
