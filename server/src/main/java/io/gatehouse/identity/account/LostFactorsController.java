package io.gatehouse.identity.account;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For a member who lost the device and the backup codes. */
@RestController
final class LostFactorsController {

    private final LostFactors lost;

    LostFactorsController(LostFactors lost) {
        this.lost = lost;
    }

    record Reason(@NotBlank @Size(max = 2000) String reason) {}

    @PostMapping("/api/organizations/{organization}/people/{id}/remove-factors")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.PEOPLE_MANAGE)
    void remove(Caller caller, @PathVariable PersonId id, @Valid @RequestBody Reason why) {
        lost.remove(caller, id, why.reason());
    }
}
