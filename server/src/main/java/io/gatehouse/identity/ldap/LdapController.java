package io.gatehouse.identity.ldap;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.federation.FederatedSignIn;
import io.gatehouse.identity.federation.Proof;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Kind;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.identity.signin.DirectoryGuard;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in with the name and the password of a directory, and trying one out. */
@RestController
final class LdapController {

    private final Providers providers;
    private final Directory directory;
    private final DirectoryGuard guard;
    private final FederatedSignIn signIn;

    LdapController(Providers providers, Directory directory, DirectoryGuard guard, FederatedSignIn signIn) {
        this.providers = providers;
        this.directory = directory;
        this.guard = guard;
        this.signIn = signIn;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String name,
            @NotEmpty @Size(max = 1000) String password) {

        @Override
        public String toString() {
            return "Credentials[" + name + "]";
        }
    }

    /** Where the browser goes: the console, or a page that says what to do. */
    record Landing(URI address) {}

    @PostMapping("/api/sign-in/ldap/{provider}")
    @PublicEndpoint("Signing in is how a session begins; guessing is slowed as for passwords of Gatehouse's own")
    Landing signIn(
            @PathVariable UUID provider,
            @Valid @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        IdentityProvider directoryOf = required(provider, true);
        try {
            signIn.begin(proven(directoryOf, credentials, request, response), request, response);
            return new Landing(URI.create("/console/"));
        } catch (SignInRefusal refusal) {
            return switch (refusal.reason()) {
                case WRONG_PASSWORD ->
                    throw CommonProblem.NOT_SIGNED_IN.because("The name or the password is not right");
                case SERVER_BUSY -> throw CommonProblem.TOO_MANY_ATTEMPTS.because(refusal.text());
                default -> new Landing(FederatedSignIn.problem(refusal));
            };
        }
    }

    @PostMapping("/api/organizations/{organization}/identity-providers/{id}/ldap/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_MANAGE)
    void test(
            Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        IdentityProvider tried = required(id, false);
        if (!tried.organization().equals(caller.scope().organization())) {
            throw notFound();
        }
        signIn.tried(tried, caller.person(), () -> proven(tried, credentials, request, response));
    }

    /** The place first: who gets none has not tried. */
    private Proof proven(
            IdentityProvider provider,
            Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        return directory
                .admitted(
                        provider,
                        () -> guard.slowed(
                                provider.id(),
                                credentials.name(),
                                request,
                                response,
                                mayTry ->
                                        directory.prove(provider, credentials.name(), credentials.password(), mayTry)))
                .orElseThrow(() -> new SignInRefusal(
                        Reason.WRONG_PASSWORD, "The directory knows no such name with that password"));
    }

    private IdentityProvider required(UUID id, boolean inUse) {
        return providers
                .find(id)
                .filter(provider -> provider.kind() == Kind.LDAP && (provider.enabled() || !inUse))
                .orElseThrow(LdapController::notFound);
    }

    private static RuntimeException notFound() {
        return CommonProblem.NOT_FOUND.because("There is no such directory");
    }
}
