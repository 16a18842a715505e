package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizations/{organization}/enrolments")
class EnrolmentController {

    private final Enrolments enrolments;

    EnrolmentController(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /**
     * Asks for a further secret.
     *
     * @param retireOthersAfter ISO 8601 duration up to P366D; null: at once
     */
    record Rotation(@Nullable Duration retireOthersAfter) {}

    /** Why something is done. */
    record Reason(@Nullable String reason) {}

    @GetMapping
    @Requires(Permission.DEVICE_READ)
    List<Enrolment> list(OrganizationScope scope) {
        return enrolments.all(scope);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ENROLMENT_MANAGE)
    Enrolment.Issued create(OrganizationScope scope, @RequestBody Enrolments.Input input) {
        return enrolments.create(scope, input);
    }

    @PostMapping("/{id}/secrets")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ENROLMENT_MANAGE)
    Enrolment.Issued rotate(OrganizationScope scope, @PathVariable UUID id, @RequestBody Rotation rotation) {
        return enrolments.rotate(scope, id, rotation.retireOthersAfter());
    }

    @DeleteMapping("/{id}/secrets/{secretId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ENROLMENT_MANAGE)
    void deleteSecret(OrganizationScope scope, @PathVariable UUID id, @PathVariable UUID secretId) {
        enrolments.retire(scope, id, secretId);
    }

    @PostMapping("/{id}/revoke")
    @Requires(Permission.ENROLMENT_MANAGE)
    Enrolment revoke(OrganizationScope scope, @PathVariable UUID id, @RequestBody Reason reason) {
        return enrolments.revoke(scope, id, reason.reason());
    }
}
