package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.ProviderKinds;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.session.Proven;
import io.gatehouse.identity.session.SignedIn;
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
    private final LogoutHints hints;
    private final PublicAddress address;

    SignOutController(
            SessionStart start, Providers providers, ProviderKinds kinds, LogoutHints hints, PublicAddress address) {
        this.start = start;
        this.providers = providers;
        this.kinds = kinds;
        this.hints = hints;
        this.address = address;
    }

    /** Where the browser goes to end the session at the provider; null when there is nothing to end. */
    record Farewell(@Nullable URI address) {}

    @PostMapping("/api/sign-in/sign-out")
    @PublicEndpoint("Ends only the session that the request itself carries")
    Farewell signOut(HttpServletRequest request, HttpServletResponse response) {
        Optional<Proven> proven = PersonSessions.current().map(SignedIn::proven);
        start.end(request, response);
        return new Farewell(proven.flatMap(this::farewell).orElse(null));
    }

    private Optional<URI> farewell(Proven proven) {
        return Optional.ofNullable(proven.provider())
                .flatMap(providers::find)
                .filter(IdentityProvider::enabled)
                .flatMap(provider -> farewell(provider, proven));
    }

    private Optional<URI> farewell(IdentityProvider provider, Proven proven) {
        try {
            return kinds.of(provider.kind()) instanceof BrowserKind kind
                    ? kind.signOut(
                            provider,
                            hints.of(provider, proven).orElse(null),
                            URI.create(address.of(BrowserKind.SIGNED_OUT)))
                    : Optional.empty();
        } catch (SignInRefusal e) {
            // A provider that gives no answer keeps nobody from signing out here.
            return Optional.empty();
        }
    }
}
