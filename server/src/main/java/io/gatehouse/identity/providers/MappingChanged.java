package io.gatehouse.identity.providers;

import io.gatehouse.kernel.OrganizationScope;

/** The rules of a provider are others now; told within the transaction that changed them. */
public record MappingChanged(OrganizationScope scope, IdentityProvider provider) {}
