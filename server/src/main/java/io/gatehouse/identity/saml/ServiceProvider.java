package io.gatehouse.identity.saml;

import java.net.URI;

/**
 * Gatehouse towards one identity provider.
 *
 * @param entityId its name there
 * @param assertionConsumer where answers are posted to
 * @param singleLogout where it says that a session is over, or answers that it is
 */
public record ServiceProvider(String entityId, URI assertionConsumer, URI singleLogout) {}
