package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationId;

/** Something happened to a request, and it waits still. Published when the transaction is kept. */
public record RequestAdvanced(OrganizationId organization, RequestId request) {}
