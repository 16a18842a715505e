package io.gatehouse.approvals.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published policy; the newest version is in force.
 *
 * @param kind of request that it decides about
 * @param version 0 is the default of every organization
 * @param publishedAt null for the default
 * @param publishedBy who, as they were called then; null for the default, and where nobody kept it
 */
public record PolicyView(
        String kind,
        int version,
        Policy policy,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {}
