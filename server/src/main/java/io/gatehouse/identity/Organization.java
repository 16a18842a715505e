package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * An organization as its members see it.
 *
 * @param slug short name for addresses, unique in the installation
 * @param parentId the provider, for a customer
 * @param accentColor {@code #rrggbb}
 * @param timeZone IANA name
 * @param ownershipConfirmation who confirms that a Mac belongs to a person
 * @param logo SHA-256 of its logo, by which it is fetched; null when it has none
 */
public record Organization(
        OrganizationId id,
        String slug,
        String name,
        OrganizationKind kind,
        @Nullable OrganizationId parentId,
        String accentColor,
        String timeZone,
        OwnershipConfirmation ownershipConfirmation,
        @Nullable String logo) {

    /** Who confirms a person's claim to own a Mac. */
    public enum OwnershipConfirmation {
        /** Somebody who manages devices. */
        ADMIN,
        /** The Mac itself, when its primary user is the person's e-mail; else somebody who manages devices. */
        PRIMARY_USER_EMAIL
    }
}
