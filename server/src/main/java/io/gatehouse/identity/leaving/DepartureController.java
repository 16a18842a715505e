package io.gatehouse.identity.leaving;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.FreshFactors;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How members leave. */
@RestController
@RequestMapping("/api/organizations/{organization}")
final class DepartureController {

    private final Departures departures;
    private final FreshFactors freshFactors;

    DepartureController(Departures departures, FreshFactors freshFactors) {
        this.departures = departures;
        this.freshFactors = freshFactors;
    }

    record Removal(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable PersonId successorId) {}

    record Farewell(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable PersonId successorId) {}

    @GetMapping("/people/{id}/departure")
    @Requires(Permission.PEOPLE_READ)
    Departure departure(OrganizationScope scope, @PathVariable PersonId id) {
        return departures.of(scope, id);
    }

    @PostMapping("/people/{id}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor(sometimes = true)
    @Requires(Permission.PEOPLE_MANAGE)
    void remove(Caller caller, @PathVariable PersonId id, @Valid @RequestBody Removal removal) {
        demandForSuccessor(removal.successorId());
        departures.remove(caller, id, removal.reason(), removal.successorId());
    }

    @GetMapping("/membership/departure")
    @Requires(Permission.ORGANIZATION_READ)
    Departure ownDeparture(Caller caller) {
        return departures.of(caller.scope(), caller.person());
    }

    @PostMapping("/membership/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor(sometimes = true)
    @Requires(Permission.ORGANIZATION_READ)
    void leave(Caller caller, @Valid @RequestBody Farewell farewell) {
        // Not by a program that acts for the person.
        PersonSessions.required();
        demandForSuccessor(farewell.successorId());
        departures.leave(caller, farewell.reason(), farewell.successorId());
    }

    /** A successor may become an administrator. */
    private void demandForSuccessor(@Nullable PersonId successor) {
        if (successor != null) {
            freshFactors.demand();
        }
    }
}
