package io.gatehouse.approvals.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy in force.
 *
 * @param kind of request that it decides about
 * @param version 0 is the default of every organization
 * @param publishedAt null for the default
 */
public record PolicyView(
        String kind, int version, Policy policy, @Nullable Instant publishedAt) {}
