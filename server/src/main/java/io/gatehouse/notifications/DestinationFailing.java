package io.gatehouse.notifications;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/** A destination has had a message given up, or wants none any more. Published when the transaction is kept. */
public record DestinationFailing(OrganizationId organization, UUID destination) {}
