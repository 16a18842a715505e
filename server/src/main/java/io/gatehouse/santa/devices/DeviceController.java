package io.gatehouse.santa.devices;

import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import io.gatehouse.santa.TagRef;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizations/{organization}/devices")
class DeviceController {

    private static final List<Export.Column<Device>> COLUMNS = List.of(
            new Export.Column<>("id", Device::id),
            new Export.Column<>("machineId", Device::machineId),
            new Export.Column<>("hostname", Device::hostname),
            new Export.Column<>("serialNumber", Device::serialNumber),
            new Export.Column<>("modelIdentifier", Device::modelIdentifier),
            new Export.Column<>("osVersion", Device::osVersion),
            new Export.Column<>("santaVersion", Device::santaVersion),
            new Export.Column<>("clientMode", Device::clientMode),
            new Export.Column<>(
                    "tags", device -> device.tags().stream().map(TagRef::name).collect(Collectors.joining("; "))),
            new Export.Column<>(
                    "owner",
                    device -> device.owner() == null ? "" : device.owner().email()),
            new Export.Column<>("primaryUser", Device::primaryUser),
            new Export.Column<>("health", Device::health),
            new Export.Column<>("lastSyncAt", Device::lastSyncAt),
            new Export.Column<>("nextExpectedAt", Device::nextExpectedAt),
            new Export.Column<>("rulesBehind", Device::rulesBehind));

    private final DeviceViews views;
    private final DeviceEditing editing;
    private final Export export;

    DeviceController(DeviceViews views, DeviceEditing editing, Export export) {
        this.views = views;
        this.editing = editing;
        this.export = export;
    }

    /** Exactly the tags that a device is to carry. */
    record Tags(@Nullable List<UUID> tagIds) {}

    /** Whose Mac it is; null: nobody's. */
    record Owner(@Nullable PersonId personId) {}

    /** Why something is done. */
    record Reason(@Nullable String reason) {}

    /** A change of 1 to 1000 devices. */
    record Bulk(
            @Nullable List<UUID> ids,
            DeviceEditing.@Nullable BulkAction action,
            @Nullable List<UUID> tagIds) {}

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    Page<Device> list(
            OrganizationScope scope,
            DeviceQuery query,
            @RequestParam(defaultValue = DeviceStore.BY_HOSTNAME) String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return views.page(scope, query, sort, cursor, Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Requires(Permission.DEVICE_READ)
    Device.Detail get(OrganizationScope scope, @PathVariable UUID id) {
        return views.detail(scope, id);
    }

    @GetMapping("/export")
    @Requires(Permission.DEVICE_READ)
    void export(
            OrganizationScope scope,
            @RequestParam(defaultValue = "csv") String format,
            DeviceQuery query,
            HttpServletResponse response)
            throws IOException {
        export.send(
                response,
                Export.Format.of(format),
                "devices",
                COLUMNS,
                cursor -> views.page(scope, query, DeviceStore.BY_HOSTNAME, cursor, Page.MAXIMUM_LIMIT));
    }

    @PutMapping("/{id}/tags")
    @Requires(Permission.DEVICE_MANAGE)
    Device.Detail setTags(OrganizationScope scope, @PathVariable UUID id, @RequestBody Tags tags) {
        editing.setTags(scope, id, tags.tagIds());
        return views.detail(scope, id);
    }

    @PutMapping("/{id}/owner")
    @Requires(Permission.DEVICE_MANAGE)
    Device.Detail setOwner(OrganizationScope scope, @PathVariable UUID id, @RequestBody Owner owner) {
        editing.setOwner(scope, id, owner.personId());
        return views.detail(scope, id);
    }

    @PostMapping("/{id}/release-credential")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void releaseCredential(OrganizationScope scope, @PathVariable UUID id, @RequestBody Reason reason) {
        editing.releaseCredential(scope, id, reason.reason());
    }

    @DeleteMapping("/{id}/release-credential")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void keepCredential(OrganizationScope scope, @PathVariable UUID id) {
        editing.keepCredential(scope, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void retire(OrganizationScope scope, @PathVariable UUID id, @RequestBody Reason reason) {
        editing.retire(scope, id, reason.reason());
    }

    @PostMapping("/{id}/restore")
    @Requires(Permission.DEVICE_MANAGE)
    Device.Detail restore(OrganizationScope scope, @PathVariable UUID id, @RequestBody Reason reason) {
        editing.restore(scope, id, reason.reason());
        return views.detail(scope, id);
    }

    @PostMapping("/bulk")
    @Requires(Permission.DEVICE_MANAGE)
    DeviceEditing.Outcome bulk(OrganizationScope scope, @RequestBody Bulk bulk) {
        return editing.bulk(scope, bulk.ids(), bulk.action(), bulk.tagIds());
    }
}
