package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ways in, for the sign-in page. */
@RestController
@RequestMapping("/api/sign-in")
final class SignInRouteController {

    private final SignInRoutes routes;
    private final Attempts attempts;

    SignInRouteController(SignInRoutes routes, Attempts attempts) {
        this.routes = routes;
        this.attempts = attempts;
    }

    record Address(@NotBlank @Size(max = 254) String email) {}

    /**
     * Somebody wants to sign in through a provider.
     *
     * @param email to spare them typing it again; empty when it is not known
     * @param returnTo page of the console to go to afterwards
     * @param fresh whether the provider shall ask anew
     */
    record Wish(
            @NotNull @Size(max = 254) String email,
            @Nullable @Size(max = 500) String returnTo,
            boolean fresh) {}

    /** Where the browser goes. */
    record Departure(URI address) {}

    @PostMapping("/ways")
    @PublicEndpoint("Tells of a domain, never of a person: the same for everybody under it, whether they exist or not")
    List<SignInRoutes.Way> byEmail(@Valid @RequestBody Address address) {
        return routes.byEmail(address.email());
    }

    @GetMapping("/organizations/{slug}")
    @PublicEndpoint("What an organization's own link to the sign-in page shows to everybody")
    List<SignInRoutes.Way> bySlug(@PathVariable String slug) {
        return routes.bySlug(slug);
    }

    @PostMapping("/providers/{id}")
    @PublicEndpoint("Signing in is how a session begins")
    Departure begin(
            @PathVariable UUID id,
            @Valid @RequestBody Wish wish,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = routes.enabled(id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Nobody signs in through such a provider"));
        try {
            return new Departure(attempts.begin(
                    provider,
                    new BrowserKind.Wish(wish.email(), wish.fresh()),
                    null,
                    ReturnAddress.of(wish.returnTo()),
                    request,
                    response));
        } catch (SignInRefusal refusal) {
            throw FederationProblem.of(refusal);
        }
    }
}
