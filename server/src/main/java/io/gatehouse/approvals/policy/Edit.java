package io.gatehouse.approvals.policy;

/** How far an edit changes what was asked for. */
public enum Edit {
    /** Words only: what would be done stays the same. */
    COSMETIC,
    /** Less than before would be done. */
    NARROWING,
    /** Anything else. Voids every agreement. */
    MATERIAL
}
