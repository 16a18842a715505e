package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who of the provider may enter, for the customer itself. */
@RestController
@RequestMapping("/api/organizations/{organization}/entrants")
final class EntrantController {

    private final Entrants entrants;

    EntrantController(Entrants entrants) {
        this.entrants = entrants;
    }

    record Farewell(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * Who may enter, or might.
     *
     * @param history whether those that are over belong to it
     */
    @GetMapping
    @Requires(Permission.ENTRANT_READ)
    Page<Engagement> list(
            OrganizationScope scope,
            @RequestParam(defaultValue = "false") boolean history,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return entrants.list(scope, !history, cursor, Page.limit(limit));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ENTRANT_END)
    void end(Caller caller, @PathVariable UUID id, @Valid @RequestBody Farewell farewell) {
        entrants.end(caller, id, farewell.reason());
    }
}
