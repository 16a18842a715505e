package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationId;

/** A request came to its end: agreed to, refused, expired or withdrawn. Published when the transaction is kept. */
public record RequestClosed(OrganizationId organization, RequestId request) {}
