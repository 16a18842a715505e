package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.ProviderKinds;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.signin.SessionStart;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing out, also at the identity provider that opened the session: else the next click would be a sign-in. */
@RestController
final class SignOutController {

    private final SessionStart start;
    private final Providers providers;
    private final ProviderKinds kinds;
    private final PublicAddress address;

    SignOutController(SessionStart start, Providers providers, ProviderKinds kinds, PublicAddress address) {
        this.start = start;
        this.providers = providers;
        this.kinds = kinds;
        this.address = address;
    }

    /** Where the browser goes to end the session at the provider; null when there is nothing to end. */
    record Farewell(@Nullable URI address) {}

    @PostMapping("/api/sign-in/sign-out")
    @PublicEndpoint("Ends only the session that the request itself carries")
    Farewell signOut(HttpServletRequest request, HttpServletResponse response) {
        Optional<IdentityProvider> provider = PersonSessions.current()
                .flatMap(session -> Optional.ofNullable(session.proven().provider()))
                .flatMap(providers::find)
                .filter(IdentityProvider::enabled);
        start.end(request, response);
        return new Farewell(provider.flatMap(this::farewell).orElse(null));
    }

    private Optional<URI> farewell(IdentityProvider provider) {
        try {
            return kinds.of(provider.kind()) instanceof BrowserKind kind
                    ? kind.signOut(provider, URI.create(address.of("/console/sign-in")))
                    : Optional.empty();
        } catch (SignInRefusal e) {
            // A provider that gives no answer keeps nobody from signing out here.
            return Optional.empty();
        }
    }
}
