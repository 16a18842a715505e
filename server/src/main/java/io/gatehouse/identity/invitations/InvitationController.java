package io.gatehouse.identity.invitations;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An organization's invitations that wait for somebody. */
@RestController
@RequestMapping("/api/organizations/{organization}/invitations")
final class InvitationController {

    private final Invitations invitations;
    private final Organizations organizations;
    private final FreshFactors freshFactors;

    InvitationController(Invitations invitations, Organizations organizations, FreshFactors freshFactors) {
        this.invitations = invitations;
        this.organizations = organizations;
        this.freshFactors = freshFactors;
    }

    record NewInvitation(
            @NotBlank @Email @Size(max = 254) String email,
            @Nullable @Size(max = 120) String displayName,
            @NotEmpty Set<Role> roles) {}

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    List<Invitation> waiting(OrganizationScope scope) {
        return invitations.waiting(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    Invitation.Issued invite(Caller caller, @Valid @RequestBody NewInvitation wanted) {
        Set<Role> roles =
                RoleRules.check(wanted.roles(), organizations.of(caller.scope()).kind(), caller);
        if (RoleRules.giveAdministration(roles)) {
            freshFactors.demand();
        }
        return invitations.invite(caller.scope(), wanted.email(), wanted.displayName(), roles);
    }

    @PostMapping("/{id}/renew")
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    Invitation.Issued renew(Caller caller, @PathVariable UUID id) {
        Set<Role> roles = checked(caller, id);
        if (RoleRules.giveAdministration(roles)) {
            freshFactors.demand();
        }
        return invitations.renew(caller.scope(), id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.PEOPLE_MANAGE)
    void revoke(Caller caller, @PathVariable UUID id) {
        checked(caller, id);
        invitations.revoke(caller.scope(), id);
    }

    private Set<Role> checked(Caller caller, UUID invitation) {
        Set<Role> roles = Set.copyOf(invitations.roles(caller.scope(), invitation));
        return RoleRules.check(roles, organizations.of(caller.scope()).kind(), caller);
    }
}
