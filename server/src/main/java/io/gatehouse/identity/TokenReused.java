package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/**
 * A refresh token came twice, which ended its connection, and somebody is to be told.
 *
 * @param notice names whom, and of which connection
 */
public record TokenReused(OrganizationId organization, UUID notice) {}
