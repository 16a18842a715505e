package io.gatehouse.identity.warnings;

import io.gatehouse.identity.SignInWarningLetters.About;
import io.gatehouse.identity.domains.Domains;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.ProviderKinds;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what ends: of providers in use, and of domains whose record is gone. */
@Component
final class Endings {

    private final Providers providers;
    private final ProviderKinds kinds;
    private final Domains domains;

    Endings(Providers providers, ProviderKinds kinds, Domains domains) {
        this.providers = providers;
        this.kinds = kinds;
        this.domains = domains;
    }

    List<Ending> all() {
        return Stream.concat(
                        providers.enabled().stream().flatMap(this::of),
                        domains.lapsing().stream().map(Endings::of))
                .toList();
    }

    /** That very one, if it still is as it was. */
    Optional<Ending> find(OrganizationId organization, About about, String subject) {
        Stream<Ending> found = about == About.DOMAIN
                ? domains.lapsing().stream().map(Endings::of)
                : providers.find(UUID.fromString(subject)).stream()
                        .filter(IdentityProvider::enabled)
                        .flatMap(this::of);
        return found.filter(ending -> ending.organization().equals(organization)
                        && ending.about() == about
                        && ending.subject().equals(subject))
                .findFirst();
    }

    private static Ending of(Domains.Lapsing lapsing) {
        return new Ending(lapsing.organization(), About.DOMAIN, lapsing.name(), lapsing.name(), lapsing.endsAt());
    }

    private Stream<Ending> of(IdentityProvider provider) {
        return kinds.endings(provider).entrySet().stream()
                .map(ending -> new Ending(
                        provider.organization(),
                        About.valueOf(ending.getKey().name()),
                        provider.id().toString(),
                        provider.name(),
                        ending.getValue()));
    }
}
