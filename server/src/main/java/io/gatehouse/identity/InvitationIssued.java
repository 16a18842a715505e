package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/**
 * An invitation is to be mailed.
 *
 * @param issue counts how often its link was made
 */
public record InvitationIssued(OrganizationId organization, UUID invitation, int issue) {}
