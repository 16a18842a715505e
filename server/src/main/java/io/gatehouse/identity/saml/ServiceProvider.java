package io.gatehouse.identity.saml;

import java.net.URI;

/**
 * Gatehouse towards one identity provider.
 *
 * @param entityId its name there
 * @param assertionConsumer where answers are posted to
 */
public record ServiceProvider(String entityId, URI assertionConsumer) {}
