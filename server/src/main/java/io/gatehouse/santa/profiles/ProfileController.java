package io.gatehouse.santa.profiles;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizations/{organization}/enrolments/{id}/profile")
class ProfileController {

    private static final String PROFILE = "application/x-apple-aspen-config";

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * Asks for a configuration profile.
     *
     * @param secret of this enrolment
     * @param inHeader whether Macs present the secret in a header rather than in the address; null: no
     * @param clientMode before the first sync; null: the one in force for new devices of the enrolment
     * @param displayName of the profile; null: named after the enrolment
     */
    record Wish(
            @Nullable String secret,
            @Nullable Boolean inHeader,
            @Nullable ClientMode clientMode,
            @Nullable String displayName) {

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    @PostMapping
    @Requires(Permission.ENROLMENT_MANAGE)
    ResponseEntity<byte[]> profile(OrganizationScope scope, @PathVariable UUID id, @RequestBody Wish wish) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, PROFILE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"gatehouse-santa.mobileconfig\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(profiles.of(scope, id, wish));
    }
}
