package io.gatehouse.santa.mine;

/** What a person is to a Mac. Nobody is told of other people's Macs: those are as unknown ones. */
enum Ownership {
    OWNER,
    /** Said to be theirs, not confirmed. */
    CLAIMED,
    NONE
}
