package io.gatehouse.notifications.deliveries;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which programs outside are told what happens in an organization. */
@RestController
@RequestMapping("/api/organizations/{organization}/destinations")
final class DestinationController {

    private final Destinations destinations;
    private final Fates fates;

    DestinationController(Destinations destinations, Fates fates) {
        this.destinations = destinations;
        this.fates = fates;
    }

    /** @param enabled whether messages are sent there; else they wait */
    record StateChange(@NotNull Boolean enabled) {}

    /** @param deliveries how many are tried again */
    record Replayed(int deliveries) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    List<DestinationView> list(OrganizationScope scope) {
        return destinations.list(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    DestinationView.ShownSecret create(OrganizationScope scope, @Valid @RequestBody DestinationDraft draft) {
        return destinations.create(scope, draft);
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    void change(OrganizationScope scope, @PathVariable UUID id, @Valid @RequestBody DestinationDraft draft) {
        destinations.change(scope, id, draft);
    }

    @PutMapping("/{id}/state")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_MANAGE)
    void changeState(OrganizationScope scope, @PathVariable UUID id, @Valid @RequestBody StateChange wanted) {
        destinations.changeState(scope, id, wanted.enabled());
    }

    @PostMapping("/{id}/secret")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    DestinationView.ShownSecret replaceSecret(OrganizationScope scope, @PathVariable UUID id) {
        return destinations.replaceSecret(scope, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    void remove(OrganizationScope scope, @PathVariable UUID id) {
        destinations.remove(scope, id);
    }

    /** Sends a message there now, and answers what became of it. */
    @PostMapping("/{id}/test")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Delivery test(OrganizationScope scope, @PathVariable UUID id) {
        return destinations.test(scope, id);
    }

    /** Has everything tried again that was given up. */
    @PostMapping("/{id}/replay")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Replayed replay(OrganizationScope scope, @PathVariable UUID id) {
        return new Replayed(fates.replayDead(scope, id));
    }
}
