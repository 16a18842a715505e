package io.gatehouse.identity.profiles;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Members' places in the organization. */
@RestController
@RequestMapping("/api/organizations/{organization}/people/{id}/profile")
final class PersonProfileController {

    private final PersonProfiles profiles;

    PersonProfileController(PersonProfiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    Profile profile(OrganizationScope scope, @PathVariable PersonId id) {
        return profiles.of(scope, id);
    }

    @PutMapping
    @Requires(Permission.PEOPLE_MANAGE)
    Profile change(OrganizationScope scope, @PathVariable PersonId id, @Valid @RequestBody ProfileInput input) {
        return profiles.change(scope, id, input);
    }
}
