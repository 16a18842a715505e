package io.gatehouse.identity.keys;

import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a service account shall be.
 *
 * @param purpose what the program does with it
 * @param version that was looked at, for a change
 */
record ServiceAccountDraft(
        @NotBlank @Size(max = 80) String name,
        @NotBlank @Size(max = 500) String purpose,
        @NotNull PersonId ownerId,
        @NotEmpty Set<Permission> permissions,
        @Nullable Integer version) {

    String plainName() {
        return name.strip();
    }

    String plainPurpose() {
        return purpose.strip();
    }
}
