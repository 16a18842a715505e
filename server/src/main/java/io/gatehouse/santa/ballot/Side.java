package io.gatehouse.santa.ballot;

/** What a vote says. */
public enum Side {
    /** Let it run. */
    UP,
    /** It looks bad. */
    DOWN
}
