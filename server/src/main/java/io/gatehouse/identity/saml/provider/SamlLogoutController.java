package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Kind;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.saml.LogoutCheck;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where SAML providers say that a session is over, or answer that it is. */
@RestController
@RequestMapping("/api/sign-in/saml/{provider}/logout")
final class SamlLogoutController {

    /** The standard allows 80 bytes, and some providers more. */
    private static final int LONGEST_STATE = 1_000;

    private final Providers providers;
    private final SingleLogout logout;

    SamlLogoutController(Providers providers, SingleLogout logout) {
        this.providers = providers;
        this.logout = logout;
    }

    @GetMapping
    @PublicEndpoint("Ends only sessions that the provider opened, at its signed wish")
    ResponseEntity<Void> redirected(
            @PathVariable UUID provider,
            @RequestParam(name = "SAMLRequest", required = false) @Nullable String wish,
            @RequestParam(name = "RelayState", required = false) @Nullable String state,
            HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return seeOther(
                wish == null
                        ? logout.answered(LogoutCheck.succeeded(query))
                        : logout.redirected(required(provider), query, bounded(state)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @PublicEndpoint("Ends only sessions that the provider opened, at its signed wish")
    ResponseEntity<Void> posted(
            @PathVariable UUID provider,
            @RequestParam(name = "SAMLRequest", required = false) @Nullable String wish,
            @RequestParam(name = "SAMLResponse", required = false, defaultValue = "") String answer,
            @RequestParam(name = "RelayState", required = false) @Nullable String state) {
        return seeOther(
                wish == null
                        ? logout.answered(LogoutCheck.succeededPosted(answer))
                        : logout.posted(required(provider), wish, bounded(state)));
    }

    private static @Nullable String bounded(@Nullable String state) {
        return state == null || state.length() > LONGEST_STATE ? null : state;
    }

    private static ResponseEntity<Void> seeOther(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(address)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private IdentityProvider required(UUID id) {
        return providers
                .find(id)
                .filter(provider -> provider.kind() == Kind.SAML && provider.enabled())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Nobody signs in through such a SAML provider"));
    }
}
