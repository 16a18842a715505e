package io.gatehouse.santa;

/** How far a rule or a setting reaches. A later constant wins over an earlier one. */
public enum ScopeKind {
    /** All devices of the organization. */
    ORGANIZATION,
    /** Devices that carry the tag; where two tags disagree, the one of the lower position wins. */
    TAG,
    /** One device. */
    DEVICE
}
