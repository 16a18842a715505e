package io.gatehouse.identity.engagements;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import jakarta.validation.constraints.NotNull;

/** One person and one customer. */
record Cell(@NotNull PersonId personId, @NotNull OrganizationId customerId) {}
