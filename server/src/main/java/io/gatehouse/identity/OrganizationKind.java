package io.gatehouse.identity;

/** What an organization is to others. */
public enum OrganizationKind {
    /** Serves customers. */
    PROVIDER,
    /** Is served by a provider. */
    CUSTOMER,
    /** Stands alone. */
    ENTERPRISE
}
