package io.gatehouse.identity.federation;

import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account at an identity provider that is a person's.
 *
 * @param subject the provider's lasting name of it
 * @param lastUsedAt when the person last came in by it; null when they never did
 */
public record LinkedAccount(
        UUID provider,
        String providerName,
        OrganizationId organization,
        String organizationName,
        String subject,
        Instant linkedAt,
        @Nullable Instant lastUsedAt) {}
