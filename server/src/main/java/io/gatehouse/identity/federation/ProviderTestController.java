package io.gatehouse.identity.federation;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Interpretation;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a provider out without signing anybody in, and shows what claims would give. */
@RestController
@RequestMapping("/api/organizations/{organization}/identity-providers/{id}")
final class ProviderTestController {

    private final ProviderTests tests;
    private final FederatedPeople people;
    private final Providers providers;
    private final Attempts attempts;

    ProviderTestController(ProviderTests tests, FederatedPeople people, Providers providers, Attempts attempts) {
        this.tests = tests;
        this.people = people;
        this.providers = providers;
        this.attempts = attempts;
    }

    /** Where the browser goes to try it; null when the provider cannot even be asked, and the outcome tells why. */
    record Departure(@Nullable URI address) {}

    /** The last outcome; null before the first. */
    record Last(@Nullable TestOutcome outcome) {}

    record Claims(
            @NotNull @Size(max = 200)
            Map<@Size(max = 200) String, @NotNull @Size(max = 1000) List<@NotNull @Size(max = 2000) String>> claims) {}

    @PostMapping("/test")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Departure test(Caller caller, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        IdentityProvider provider = required(caller.scope(), id);
        try {
            return new Departure(attempts.begin(
                    provider, new BrowserKind.Wish("", false), caller.person(), ReturnAddress.HOME, request, response));
        } catch (SignInRefusal refusal) {
            tests.keep(new Attempt(provider, "", caller.person(), ReturnAddress.HOME, ""), refusal);
            return new Departure(null);
        }
    }

    @GetMapping("/test")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Last last(Caller caller, @PathVariable UUID id) {
        required(caller.scope(), id);
        return new Last(tests.last(caller.scope(), id, caller.person()).orElse(null));
    }

    @GetMapping("/known-claims")
    @Requires(Permission.ORGANIZATION_MANAGE)
    List<ExternalIdentityStore.Known> known(OrganizationScope scope, @PathVariable UUID id) {
        required(scope, id);
        return tests.known(scope, id);
    }

    @PostMapping("/preview")
    @Requires(Permission.ORGANIZATION_MANAGE)
    Interpretation preview(OrganizationScope scope, @PathVariable UUID id, @Valid @RequestBody Claims claims) {
        return people.interpret(required(scope, id), claims.claims());
    }

    private IdentityProvider required(OrganizationScope scope, UUID id) {
        return providers
                .find(id)
                .filter(provider -> provider.organization().equals(scope.organization()))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("The organization has no such identity provider"));
    }
}
