package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One organization, for its members. */
@RestController
@RequestMapping("/api/organizations/{organization}")
final class OrganizationController {

    private final OrganizationDirectory directory;
    private final OrganizationChanges changes;

    OrganizationController(OrganizationDirectory directory, OrganizationChanges changes) {
        this.directory = directory;
        this.changes = changes;
    }

    /** A role as a person chooses it. */
    record RoleView(Role name, String title, String description, List<Permission> permissions) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_READ)
    Organization organization(OrganizationScope scope) {
        return directory.of(scope);
    }

    @PatchMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    Organization change(OrganizationScope scope, @Valid @RequestBody OrganizationChange change) {
        return changes.change(scope, change);
    }

    @GetMapping("/roles")
    @Requires(Permission.PEOPLE_READ)
    List<RoleView> roles(OrganizationScope scope) {
        return Role.of(directory.of(scope).kind()).stream()
                .map(role -> new RoleView(
                        role,
                        role.title(),
                        role.description(),
                        role.permissions().stream().sorted().toList()))
                .toList();
    }
}
