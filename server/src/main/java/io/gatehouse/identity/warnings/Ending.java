package io.gatehouse.identity.warnings;

import io.gatehouse.identity.SignInWarningLetters.About;
import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;

/**
 * Something that ends.
 *
 * @param subject id of the provider, or the domain
 * @param name of either
 */
record Ending(OrganizationId organization, About about, String subject, String name, Instant at) {}
