package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/**
 * A program's key ends soon: its owner is to be told.
 *
 * @param days before which it ends
 */
public record KeyExpiring(OrganizationId organization, UUID key, int days) {}
