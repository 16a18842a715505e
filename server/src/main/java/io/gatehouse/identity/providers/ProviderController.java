package io.gatehouse.identity.providers;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's identity providers, for whoever sets them up. */
@RestController
@RequestMapping("/api/organizations/{organization}/identity-providers")
final class ProviderController {

    private final ProviderSetup setup;

    ProviderController(ProviderSetup setup) {
        this.setup = setup;
    }

    record Rules(@NotNull @Size(max = 500) List<@NotNull @Valid MappingDraft> rules) {}

    record StateChange(@NotNull IdentityProvider.State state) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    List<IdentityProvider> list(OrganizationScope scope) {
        return setup.list(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    ProviderView create(Caller caller, @Valid @RequestBody ProviderDraft draft) {
        return setup.create(caller, draft);
    }

    @GetMapping("/{id}")
    @Requires(Permission.ORGANIZATION_MANAGE)
    ProviderView view(OrganizationScope scope, @PathVariable UUID id) {
        return setup.view(scope, id);
    }

    @PutMapping("/{id}")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    ProviderView change(Caller caller, @PathVariable UUID id, @Valid @RequestBody ProviderDraft draft) {
        return setup.change(caller, id, draft);
    }

    @PutMapping("/{id}/mapping")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    ProviderView mapping(Caller caller, @PathVariable UUID id, @Valid @RequestBody Rules rules) {
        return setup.mapping(caller, id, rules.rules());
    }

    @PutMapping("/{id}/state")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    ProviderView changeState(Caller caller, @PathVariable UUID id, @Valid @RequestBody StateChange wanted) {
        return setup.changeState(caller, id, wanted.state());
    }

    @PostMapping("/{id}/check")
    @Requires(Permission.ORGANIZATION_MANAGE)
    List<Finding> check(OrganizationScope scope, @PathVariable UUID id) {
        return setup.diagnose(scope, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    void remove(Caller caller, @PathVariable UUID id) {
        setup.remove(caller, id);
    }
}
