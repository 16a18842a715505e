package io.gatehouse.identity.roles;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
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

/** An organization's own roles. */
@RestController
@RequestMapping("/api/organizations/{organization}/custom-roles")
final class CustomRoleController {

    private final CustomRoles roles;
    private final FreshFactors freshFactors;

    CustomRoleController(CustomRoles roles, FreshFactors freshFactors) {
        this.roles = roles;
        this.freshFactors = freshFactors;
    }

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    List<CustomRole> list(OrganizationScope scope) {
        return roles.list(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    CustomRole create(Caller caller, @Valid @RequestBody RoleDraft draft) {
        demandForAdministration(draft);
        return roles.create(caller, draft);
    }

    @GetMapping("/{id}")
    @Requires(Permission.PEOPLE_READ)
    CustomRole find(OrganizationScope scope, @PathVariable UUID id) {
        return roles.find(scope, id);
    }

    @GetMapping("/{id}/holders")
    @Requires(Permission.PEOPLE_READ)
    List<Holder> holders(OrganizationScope scope, @PathVariable UUID id) {
        return roles.holders(scope, id);
    }

    @PutMapping("/{id}")
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    CustomRole change(Caller caller, @PathVariable UUID id, @Valid @RequestBody RoleDraft draft) {
        demandForAdministration(draft);
        return roles.change(caller, id, draft);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.PEOPLE_MANAGE)
    void delete(Caller caller, @PathVariable UUID id) {
        roles.delete(caller, id);
    }

    private void demandForAdministration(RoleDraft draft) {
        if (draft.permissions().contains(Permission.PEOPLE_MANAGE)) {
            freshFactors.demand();
        }
    }
}
