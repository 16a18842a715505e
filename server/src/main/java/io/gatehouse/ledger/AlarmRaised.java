package io.gatehouse.ledger;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/** The book of an organization does not match its tree, and nobody has been told so yet. */
public record AlarmRaised(OrganizationId organization, UUID alarm) {}
