package io.gatehouse.identity.profiles;

import io.gatehouse.kernel.PersonId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a profile shall contain; empty where nothing is known.
 *
 * @param managerId an active or suspended member; null for nobody
 */
record ProfileInput(
        @NotNull @Size(max = 120) String department,
        @NotNull @Size(max = 120) String title,
        @NotNull @Size(max = 60) String costCenter,
        @Nullable PersonId managerId) {}
