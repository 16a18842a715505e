package io.gatehouse.identity.engagements;

/** Why an engagement is over. */
enum EndCause {
    BY_PROVIDER,
    BY_CUSTOMER,
    /** The engaged person ended their own emergency. */
    BY_THEMSELVES,
    /** Another level or time followed at once. */
    CHANGED,
    EXPIRED,
    /** Somebody else looks after the customer. */
    HANDED_OVER,
    /** The person is no longer the provider's. */
    LEFT,
    SUSPENDED
}
