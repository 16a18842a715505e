package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.federation.FederatedSignIn;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Kind;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.saml.ServiceProviderMetadata;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where SAML providers find our metadata, and where they send people back to. */
@RestController
@RequestMapping("/api/sign-in/saml")
final class SamlSignInController {

    private final Providers providers;
    private final OwnKeys keys;
    private final SamlAddresses addresses;
    private final SamlProofs proofs;
    private final FederatedSignIn signIn;

    SamlSignInController(
            Providers providers, OwnKeys keys, SamlAddresses addresses, SamlProofs proofs, FederatedSignIn signIn) {
        this.providers = providers;
        this.keys = keys;
        this.addresses = addresses;
        this.proofs = proofs;
        this.signIn = signIn;
    }

    @GetMapping(path = "/{provider}/metadata", produces = MediaType.APPLICATION_XML_VALUE)
    @PublicEndpoint("What a provider has to know of us: addresses and certificates, nothing secret")
    String metadata(@PathVariable UUID provider) {
        IdentityProvider found = providers
                .find(provider)
                .filter(one -> one.kind() == Kind.SAML)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such SAML provider"));
        return ServiceProviderMetadata.of(addresses.self(found), keys.published(found));
    }

    /**
     * An answer, posted by a page of the provider's. Browsers send no cookie with that, so the page that comes back posts it
     * once more from here: only then is it known whether the attempt began in this browser. That binding takes the place of
     * the CSRF token, which a provider cannot know.
     */
    @PostMapping(path = "/{provider}/answer", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @PublicEndpoint("Signing in is how a session begins; the answer counts only in the browser that asked")
    ResponseEntity<String> answer(
            @PathVariable UUID provider,
            @RequestParam("SAMLResponse") String answer,
            @RequestParam("RelayState") String state,
            @RequestParam(name = PostedAgain.MARK, required = false, defaultValue = "false") boolean again,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!again && !signIn.knowsBrowser(request)) {
            return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(PostedAgain.page(request, answer, state));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(signIn.answered(state, attempt -> proofs.check(attempt, provider, answer), request, response))
                .build();
    }

    @GetMapping(path = "/post-again.js", produces = "text/javascript")
    @PublicEndpoint("A script that is the same for everybody")
    String script() {
        return PostedAgain.SCRIPT;
    }
}
