package io.gatehouse.ledger.witness;

/** How a conversation with a witness ended. */
enum Outcome {
    /** It cosigned the latest checkpoint. */
    COSIGNED,
    /** The ledger has no checkpoint yet. */
    NOTHING_TO_COSIGN,
    /** This server called too many others at the time. */
    BUSY,
    /** The installation does not let the server connect there. */
    NOT_ALLOWED,
    /** No answer in time, or none that is read. */
    UNREACHABLE,
    /** It does not know this log. */
    LOG_UNKNOWN,
    /** It knows no key that signed the checkpoint. */
    KEY_UNKNOWN,
    /** It answered with an error of its own. */
    FAILING,
    /** It answered with something that the protocol does not have. */
    NOT_UNDERSTOOD,
    /** Its answer has no valid cosignature of this checkpoint by each of its keys. */
    KEY_MISMATCH,
    /** It has cosigned a larger tree than there is. */
    AHEAD,
    /** It has cosigned a tree that this one does not continue. */
    DISAGREES
}
