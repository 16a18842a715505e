package io.gatehouse.identity.portfolio;

import io.gatehouse.identity.EngagementLevel;
import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the caller's customers. A figure is null when the caller may not see it there, or may not act there now.
 *
 * @param until null: until somebody ends it
 * @param lastVisit null: never was there
 * @param mayEnter whether there is anything at the customer for the caller to see or do
 * @param secondFactorMissing whether the customer, or the provider, demands a second factor first
 */
record PortfolioRow(
        OrganizationId id,
        String slug,
        String name,
        String accentColor,
        EngagementLevel level,
        @Nullable Instant until,
        @Nullable Instant lastVisit,
        boolean mayEnter,
        boolean secondFactorMissing,
        @Nullable Long devices,
        @Nullable Long unhealthyDevices,
        @Nullable Long openRequests,
        @Nullable Long blocksOfLastDay) {}
