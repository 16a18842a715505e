package io.gatehouse.identity.federation;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.domains.Domains;
import io.gatehouse.identity.organizations.OrganizationDirectory;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.providers.BrowserKind;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.ProviderKinds;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which ways lead in, by what everybody may know: the domain of an address, or the short name of an organization. */
@Service
final class SignInRoutes {

    private final Domains domains;
    private final Providers providers;
    private final ProviderKinds kinds;
    private final OrganizationDirectory organizations;

    SignInRoutes(Domains domains, Providers providers, ProviderKinds kinds, OrganizationDirectory organizations) {
        this.domains = domains;
        this.providers = providers;
        this.kinds = kinds;
        this.organizations = organizations;
    }

    /**
     * A provider that one may sign in through.
     *
     * @param inBrowser whether the browser goes to the provider; else name and password are asked for here
     */
    record Way(UUID provider, String name, String organization, boolean inBrowser) {}

    /** By the domain of the address alone, so that nobody learns who exists. */
    List<Way> byEmail(String email) {
        return domains.owner(Persons.normalize(email)).map(this::of).orElse(List.of());
    }

    List<Way> bySlug(String slug) {
        return organizations.bySlug(slug).map(Organization::id).map(this::of).orElse(List.of());
    }

    /** The provider, if people sign in through it. */
    Optional<IdentityProvider> enabled(UUID provider) {
        return providers.find(provider).filter(IdentityProvider::enabled);
    }

    private List<Way> of(OrganizationId organization) {
        return organizations.all(List.of(organization)).stream()
                .findFirst()
                .map(found -> providers.enabled(organization).stream()
                        .map(provider -> new Way(
                                provider.id(),
                                provider.name(),
                                found.name(),
                                kinds.of(provider.kind()) instanceof BrowserKind))
                        .toList())
                .orElse(List.of());
    }
}
