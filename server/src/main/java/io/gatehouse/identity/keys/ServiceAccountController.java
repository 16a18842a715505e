package io.gatehouse.identity.keys;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

/** An organization's service accounts. */
@RestController
@RequestMapping("/api/organizations/{organization}/service-accounts")
final class ServiceAccountController {

    private static final Set<Permission> ADMINISTRATION =
            EnumSet.of(Permission.ORGANIZATION_MANAGE, Permission.PEOPLE_MANAGE, Permission.PEOPLE_PROVISION);

    private final ServiceAccounts accounts;
    private final FreshFactors freshFactors;

    ServiceAccountController(ServiceAccounts accounts, FreshFactors freshFactors) {
        this.accounts = accounts;
        this.freshFactors = freshFactors;
    }

    @GetMapping
    @Requires(Permission.KEY_MANAGE)
    List<ServiceAccount> list(OrganizationScope scope) {
        return accounts.list(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor(sometimes = true)
    @Requires(Permission.KEY_MANAGE)
    ServiceAccount create(Caller caller, @Valid @RequestBody ServiceAccountDraft draft) {
        demandForAdministration(draft.permissions());
        return accounts.create(caller, draft);
    }

    @GetMapping("/{id}")
    @Requires(Permission.KEY_MANAGE)
    ServiceAccount find(OrganizationScope scope, @PathVariable UUID id) {
        return accounts.find(scope, id);
    }

    @PutMapping("/{id}")
    @FreshFactor(sometimes = true)
    @Requires(Permission.KEY_MANAGE)
    ServiceAccount change(Caller caller, @PathVariable UUID id, @Valid @RequestBody ServiceAccountDraft draft) {
        demandForAdministration(draft.permissions());
        return accounts.change(caller, id, draft);
    }

    @PostMapping("/{id}/suspend")
    @Requires(Permission.KEY_MANAGE)
    ServiceAccount suspend(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
        return accounts.suspend(caller, id, reason.reason());
    }

    @PostMapping("/{id}/resume")
    @FreshFactor(sometimes = true)
    @Requires(Permission.KEY_MANAGE)
    ServiceAccount resume(Caller caller, @PathVariable UUID id) {
        demandForAdministration(accounts.find(caller.scope(), id).permissions());
        return accounts.resume(caller, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.KEY_MANAGE)
    void delete(Caller caller, @PathVariable UUID id, @Valid @RequestBody Reason reason) {
        accounts.delete(caller, id, reason.reason());
    }

    private void demandForAdministration(Collection<Permission> permissions) {
        if (!Collections.disjoint(permissions, ADMINISTRATION)) {
            freshFactors.demand();
        }
    }
}
