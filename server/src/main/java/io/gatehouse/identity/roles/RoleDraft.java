package io.gatehouse.identity.roles;

import io.gatehouse.kernel.Permission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a custom role shall be.
 *
 * @param version that was looked at, for a change
 */
record RoleDraft(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Size(max = 500) String description,
        @NotEmpty Set<Permission> permissions,
        @Nullable Integer version) {

    String plainName() {
        return name.strip();
    }

    String plainDescription() {
        return description == null ? "" : description.strip();
    }
}
