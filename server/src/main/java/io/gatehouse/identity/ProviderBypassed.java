package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.UUID;

/**
 * Somebody came in without the identity provider that the organization requires: an administrator is to be told.
 *
 * @param bypass names the occasion
 */
public record ProviderBypassed(OrganizationId organization, PersonId administrator, UUID bypass) {}
