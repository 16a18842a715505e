package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationId;

/** An approver decided, and the request needs others still. Published when the transaction is kept. */
public record RequestAdvanced(OrganizationId organization, RequestId request) {}
