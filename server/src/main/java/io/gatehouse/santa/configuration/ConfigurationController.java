package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.devices.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizations/{organization}")
class ConfigurationController {

    /** Scopes that are listed at most; devices beyond it show theirs on their own page. */
    private static final int LISTED = 1_000;

    private final Transactions transactions;
    private final ConfigurationStore store;
    private final ConfigurationEditing editing;
    private final LayersStore layers;
    private final Scopes scopes;

    ConfigurationController(
            Transactions transactions,
            ConfigurationStore store,
            ConfigurationEditing editing,
            LayersStore layers,
            Scopes scopes) {
        this.transactions = transactions;
        this.store = store;
        this.editing = editing;
        this.layers = layers;
        this.scopes = scopes;
    }

    /**
     * New settings of a scope.
     *
     * @param version that the caller saw; 0 or null when nothing was set there
     */
    record Input(@Nullable Settings settings, @Nullable Integer version) {}

    @GetMapping("/configurations")
    @Requires(Permission.CONFIGURATION_READ)
    List<Configuration> list(OrganizationScope scope) {
        List<Configuration> all =
                new ArrayList<>(transactions.read(scope, () -> store.all(scope.organization(), LISTED)));
        if (all.isEmpty() || all.getFirst().scope().kind() != ScopeKind.ORGANIZATION) {
            all.addFirst(Configuration.empty(Scope.organization()));
        }
        return all;
    }

    @GetMapping("/configurations/defaults")
    @Requires(Permission.CONFIGURATION_READ)
    Settings defaults(OrganizationScope scope) {
        return transactions.read(scope, () -> layers.defaults(scope.organization()));
    }

    @PutMapping("/configurations/organization")
    @Requires(Permission.CONFIGURATION_MANAGE)
    Configuration putOrganization(OrganizationScope scope, @RequestBody Input input) {
        return put(scope, ScopeChoice.organization(), input);
    }

    @PutMapping("/configurations/tags/{tagId}")
    @Requires(Permission.CONFIGURATION_MANAGE)
    Configuration putTag(OrganizationScope scope, @PathVariable UUID tagId, @RequestBody Input input) {
        return put(scope, ScopeChoice.tag(tagId), input);
    }

    @PutMapping("/configurations/devices/{deviceId}")
    @Requires(Permission.CONFIGURATION_MANAGE)
    Configuration putDevice(OrganizationScope scope, @PathVariable UUID deviceId, @RequestBody Input input) {
        return put(scope, ScopeChoice.device(deviceId), input);
    }

    @DeleteMapping("/configurations/tags/{tagId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.CONFIGURATION_MANAGE)
    void deleteTag(
            OrganizationScope scope,
            @PathVariable UUID tagId,
            @RequestParam(required = false) @Nullable Integer version) {
        editing.delete(scope, ScopeChoice.tag(tagId), version);
    }

    @DeleteMapping("/configurations/devices/{deviceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.CONFIGURATION_MANAGE)
    void deleteDevice(
            OrganizationScope scope,
            @PathVariable UUID deviceId,
            @RequestParam(required = false) @Nullable Integer version) {
        editing.delete(scope, ScopeChoice.device(deviceId), version);
    }

    @GetMapping("/devices/{id}/configuration")
    @Requires(Permission.DEVICE_READ)
    DeviceConfiguration ofDevice(OrganizationScope scope, @PathVariable UUID id) {
        return transactions.read(scope, () -> {
            if (scopes.find(scope, ScopeChoice.device(id)).isEmpty()) {
                throw CommonProblem.NOT_FOUND.because("There is no device " + id);
            }
            return DeviceConfiguration.of(
                    store.ofDevice(scope.organization(), id), layers.defaults(scope.organization()));
        });
    }

    private Configuration put(OrganizationScope scope, ScopeChoice choice, Input input) {
        Settings settings = input.settings() == null ? Settings.NONE : input.settings();
        return editing.put(scope, choice, settings, input.version() == null ? 0 : input.version());
    }
}
