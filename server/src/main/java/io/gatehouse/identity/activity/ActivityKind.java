package io.gatehouse.identity.activity;

/** What happened. */
public enum ActivityKind {
    SIGNED_IN,
    SIGNED_OUT,
    /** A password or another factor was wrong. */
    SIGN_IN_REFUSED,
    /** Something needed a permission that the person lacks. */
    PERMISSION_REFUSED,
    /** The book has an entry of it. */
    CHANGED
}
