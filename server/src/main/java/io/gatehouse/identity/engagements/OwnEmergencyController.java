package io.gatehouse.identity.engagements;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The emergency level for oneself, at a customer that one is engaged for. */
@RestController
@RequestMapping("/api/organizations/{organization}/own-emergency")
final class OwnEmergencyController {

    private final OwnEmergencies emergencies;

    OwnEmergencyController(OwnEmergencies emergencies) {
        this.emergencies = emergencies;
    }

    record Emergency(
            @Min(1) @Max(1440) int minutes,
            @NotBlank @Size(max = 2000) String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.ORGANIZATION_READ)
    void begin(Caller caller, @Valid @RequestBody Emergency emergency) {
        emergencies.begin(caller, Duration.ofMinutes(emergency.minutes()), emergency.reason());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_READ)
    void end(Caller caller) {
        emergencies.end(caller);
    }
}
