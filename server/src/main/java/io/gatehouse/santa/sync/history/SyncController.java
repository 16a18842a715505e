package io.gatehouse.santa.sync.history;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A device's syncs. */
@RestController
@RequestMapping("/api/organizations/{organization}/devices/{id}")
final class SyncController {

    /** What an admin asks for. */
    record CleanSyncInput(
            CleanSyncs.@Nullable Kind kind, @Nullable String reason) {}

    private final SyncHistory history;
    private final CleanSyncs cleanSyncs;

    SyncController(SyncHistory history, CleanSyncs cleanSyncs) {
        this.history = history;
        this.cleanSyncs = cleanSyncs;
    }

    @GetMapping("/syncs")
    @Requires(Permission.DEVICE_READ)
    Page<SyncSession> list(
            OrganizationScope scope,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return history.list(scope, id, cursor, Page.limit(limit));
    }

    @PostMapping("/clean-sync")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void request(OrganizationScope scope, @PathVariable UUID id, @RequestBody CleanSyncInput input) {
        if (input.kind() == null) {
            throw CommonProblem.INVALID.because("kind must be CLEAN or CLEAN_ALL");
        }
        cleanSyncs.request(scope, id, input.kind(), input.reason());
    }

    @DeleteMapping("/clean-sync")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.DEVICE_MANAGE)
    void withdraw(OrganizationScope scope, @PathVariable UUID id) {
        cleanSyncs.withdraw(scope, id);
    }
}
