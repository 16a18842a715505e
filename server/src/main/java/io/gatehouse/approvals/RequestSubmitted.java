package io.gatehouse.approvals;

import io.gatehouse.kernel.OrganizationId;

/** Somebody asked. Published when the transaction is kept. */
public record RequestSubmitted(OrganizationId organization, RequestId request) {}
