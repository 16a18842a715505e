package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of each message to an organization's destinations. */
@RestController
@RequestMapping("/api/organizations/{organization}/deliveries")
final class DeliveryController {

    private final Fates fates;

    DeliveryController(Fates fates) {
        this.fates = fates;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    Page<Delivery> list(
            OrganizationScope scope,
            @RequestParam(required = false) @Nullable UUID destination,
            @RequestParam(required = false) Delivery.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return fates.list(scope, destination, state, Cursor.decode(cursor, 1), Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Delivery.Fate find(OrganizationScope scope, @PathVariable UUID id) {
        return fates.find(scope, id);
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_MANAGE)
    void replay(OrganizationScope scope, @PathVariable UUID id) {
        fates.replay(scope, id);
    }
}
