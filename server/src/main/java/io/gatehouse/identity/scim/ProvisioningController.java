package io.gatehouse.identity.scim;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the organization's directory is connected, for whoever sets it up. */
@RestController
@RequestMapping("/api/organizations/{organization}/provisioning")
final class ProvisioningController {

    private final Provisioning provisioning;
    private final Users users;
    private final Groups groups;
    private final ScimAddress address;

    ProvisioningController(Provisioning provisioning, Users users, Groups groups, ScimAddress address) {
        this.provisioning = provisioning;
        this.users = users;
        this.groups = groups;
        this.address = address;
    }

    /**
     * How it is.
     *
     * @param address what is entered into the directory as the tenant's or base URL
     * @param providerId whose rules apply to the directory's groups; null: the groups give nothing
     * @param groupsClaim under which those rules look for groups; null with the provider
     * @param users how many the directory provisions
     * @param groups the largest of the directory's groups
     */
    record View(
            String address,
            @Nullable UUID providerId,
            @Nullable String groupsClaim,
            long users,
            List<GroupStore.Summary> groups) {}

    record Connection(
            @NotNull UUID providerId,
            @NotBlank @Size(max = 200) String groupsClaim) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    View view(OrganizationScope scope) {
        Optional<ProvisioningStore.Connection> connection = provisioning.of(scope);
        return new View(
                address.base(scope),
                connection.map(ProvisioningStore.Connection::provider).orElse(null),
                connection.map(ProvisioningStore.Connection::groupsClaim).orElse(null),
                users.count(scope),
                groups.summaries(scope));
    }

    @PutMapping
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    View connect(Caller caller, @Valid @RequestBody Connection wanted) {
        provisioning.connect(
                caller,
                new ProvisioningStore.Connection(
                        wanted.providerId(), wanted.groupsClaim().strip()));
        return view(caller.scope());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    void disconnect(OrganizationScope scope) {
        provisioning.disconnect(scope);
    }
}
