package io.gatehouse.ledger;

import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody has to look soon whether a hold is still needed: one of the two who placed it is to be told.
 *
 * @param confirmer whether it is the one who confirmed it, rather than the one who asked for it
 */
public record HoldReviewDue(OrganizationId organization, UUID hold, Instant reviewAt, boolean confirmer) {}
