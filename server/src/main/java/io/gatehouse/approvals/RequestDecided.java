package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationId;

/** An approver decided; the request may still need others. Published when the transaction is kept. */
public record RequestDecided(OrganizationId organization, RequestId request) {}
