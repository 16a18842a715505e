package io.gatehouse.notifications.bell;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What concerns the caller. */
@RestController
@RequestMapping("/api/organizations/{organization}/notifications")
final class BellController {

    private final Bell bell;

    BellController(Bell bell) {
        this.bell = bell;
    }

    /** The newest that the person has seen: it and all before it are read. */
    record Seen(@NotNull UUID last) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_READ)
    Bell.Rung list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return bell.list(caller, cursor, unread, Page.limit(limit));
    }

    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_READ)
    void readAll(Caller caller, @Valid @RequestBody Seen seen) {
        bell.readAll(caller, seen.last());
    }

    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_READ)
    void read(Caller caller, @PathVariable UUID id) {
        bell.read(caller, id);
    }
}
