package io.gatehouse.identity.fallback;

import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The way in when the required provider is broken. */
@RestController
final class FallbackController {

    private final Fallbacks fallbacks;

    FallbackController(Fallbacks fallbacks) {
        this.fallbacks = fallbacks;
    }

    record Wish(@NotNull OrganizationId organization) {}

    /** Until when the session may act there. */
    record Allowed(Instant until) {}

    @PostMapping("/api/session/fallback")
    @PublicEndpoint("Each signed-in person for their own session, where they are a member")
    Allowed begin(SignedIn asking, @Valid @RequestBody Wish wish) {
        return new Allowed(fallbacks.begin(asking, wish.organization()));
    }
}
