package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationId;

/** A request came to its end: approved, rejected or withdrawn. Published when the transaction is kept. */
public record RequestClosed(OrganizationId organization, RequestId request) {}
