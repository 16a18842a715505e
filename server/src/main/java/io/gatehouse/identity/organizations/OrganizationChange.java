package io.gatehouse.identity.organizations;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organization.OwnershipConfirmation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is to be different about an organization; what is absent stays. */
record OrganizationChange(
        @Nullable @Size(min = 1, max = 120) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        String name,

        @Nullable @Pattern(regexp = "#[0-9a-f]{6}", message = "must be #rrggbb in lower case")
        String accentColor,

        @Nullable String timeZone,
        @Nullable OwnershipConfirmation ownershipConfirmation) {

    Organization to(Organization now) {
        return new Organization(
                now.id(),
                now.slug(),
                name == null ? now.name() : name.strip(),
                now.kind(),
                now.parentId(),
                accentColor == null ? now.accentColor() : accentColor,
                timeZone == null ? now.timeZone() : timeZone,
                ownershipConfirmation == null ? now.ownershipConfirmation() : ownershipConfirmation,
                now.logo());
    }
}
