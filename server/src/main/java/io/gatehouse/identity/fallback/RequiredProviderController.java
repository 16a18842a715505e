package io.gatehouse.identity.fallback;

import io.gatehouse.identity.Caller;
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

/** Through which provider an organization's people must come in. */
@RestController
@RequestMapping("/api/organizations/{organization}/required-provider")
final class RequiredProviderController {

    private final RequiredProviders required;

    RequiredProviderController(RequiredProviders required) {
        this.required = required;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    RequiredProvider required(OrganizationScope scope) {
        return required.of(scope);
    }

    @PutMapping
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    RequiredProvider change(Caller caller, @Valid @RequestBody RequiredProvider wanted) {
        return required.change(caller, wanted);
    }
}
