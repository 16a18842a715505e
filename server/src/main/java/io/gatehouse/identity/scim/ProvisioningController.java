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
    private final ScimAddress address;

    ProvisioningController(Provisioning provisioning, ScimAddress address) {
        this.provisioning = provisioning;
        this.address = address;
    }

    /**
     * How it is.
     *
     * @param address what is entered into the directory as the tenant's or base URL
     * @param providerId whose rules apply to the directory's groups; null: the groups give nothing
     * @param groupsClaim under which those rules look for groups; null with the provider
     */
    record ProvisioningView(
            String address,
            @Nullable UUID providerId,
            @Nullable String groupsClaim) {}

    record ProvisioningConnection(
            @NotNull UUID providerId,
            @NotBlank @Size(max = 200) String groupsClaim) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    ProvisioningView view(OrganizationScope scope) {
        return provisioning
                .of(scope)
                .map(connection ->
                        new ProvisioningView(address.base(scope), connection.provider(), connection.groupsClaim()))
                .orElseGet(() -> new ProvisioningView(address.base(scope), null, null));
    }

    @PutMapping
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    ProvisioningView connect(Caller caller, @Valid @RequestBody ProvisioningConnection wanted) {
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
