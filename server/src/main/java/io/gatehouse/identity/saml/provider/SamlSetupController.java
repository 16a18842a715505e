package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.people.WholeAdministration;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.Kind;
import io.gatehouse.identity.providers.Providers;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.saml.ProviderMetadata;
import io.gatehouse.identity.saml.ServiceProviderKey;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates of a SAML provider and ours towards it, for whoever sets it up. */
@RestController
@RequestMapping("/api/organizations/{organization}/identity-providers/{id}/saml")
final class SamlSetupController {

    private final Providers providers;
    private final KnownMetadata metadata;
    private final OwnKeys keys;
    private final WholeAdministration administration;

    SamlSetupController(Providers providers, KnownMetadata metadata, OwnKeys keys, WholeAdministration administration) {
        this.providers = providers;
        this.metadata = metadata;
        this.keys = keys;
        this.administration = administration;
    }

    /** One certificate. */
    record Certificate(String subject, String serialNumber, Instant validFrom, Instant validUntil) {
        static Certificate of(X509Certificate certificate) {
            return new Certificate(
                    certificate.getSubjectX500Principal().getName(),
                    certificate.getSerialNumber().toString(16),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        }
    }

    /**
     * Where trust stands.
     *
     * @param entityId of the provider; null while its metadata cannot be used
     * @param problem why it cannot, or why it could not be read the last time; null when all is well
     * @param readAt when it was last read at its address; null when it was uploaded
     * @param provider whose signatures are believed
     * @param own the current one and, while keys change, the next
     */
    record Trust(
            @Nullable String entityId,
            @Nullable String problem,
            @Nullable Instant readAt,
            List<Certificate> provider,
            List<Certificate> own) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    Trust trust(OrganizationScope scope, @PathVariable UUID id) {
        return trust(required(scope, id));
    }

    @PostMapping("/next-key")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    Trust prepareKey(Caller caller, @PathVariable UUID id) {
        administration.require(caller);
        IdentityProvider provider = required(caller.scope(), id);
        keys.prepare(caller.scope(), provider);
        return trust(provider);
    }

    @PostMapping("/next-key/use")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_MANAGE)
    Trust useNextKey(Caller caller, @PathVariable UUID id) {
        administration.require(caller);
        IdentityProvider provider = required(caller.scope(), id);
        keys.change(caller.scope(), provider);
        return trust(provider);
    }

    private Trust trust(IdentityProvider provider) {
        List<Certificate> own = keys.published(provider).stream()
                .map(ServiceProviderKey::certificate)
                .map(Certificate::of)
                .toList();
        try {
            ProviderMetadata known = metadata.of(provider);
            MetadataStore.Row row = metadata.known(provider).orElse(null);
            return new Trust(
                    known.entityId(),
                    row == null ? null : row.problem(),
                    row == null ? null : row.readAt(),
                    known.signingCertificates().stream().map(Certificate::of).toList(),
                    own);
        } catch (SignInRefusal refusal) {
            return new Trust(null, refusal.text(), null, List.of(), own);
        }
    }

    private IdentityProvider required(OrganizationScope scope, UUID id) {
        return providers
                .find(id)
                .filter(provider -> provider.organization().equals(scope.organization()))
                .filter(provider -> provider.kind() == Kind.SAML)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("The organization has no such SAML provider"));
    }
}
