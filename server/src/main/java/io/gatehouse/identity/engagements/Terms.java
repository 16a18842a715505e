package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EngagementLevel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is engaged for.
 *
 * @param expiresAt null: until somebody ends it; an emergency must have an end
 */
record Terms(
        @NotNull EngagementLevel level,
        @Nullable Instant expiresAt,
        @NotBlank @Size(max = 2000) String reason) {}
