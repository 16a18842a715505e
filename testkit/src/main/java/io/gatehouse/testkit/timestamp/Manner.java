package io.gatehouse.testkit.timestamp;

/** How an authority answers. */
public enum Manner {
    /** As RFC 3161 says. */
    HONEST,
    /** With a token for another query. */
    WRONG_NONCE,
    /** With a token over another hash. */
    WRONG_IMPRINT,
    /** With a signature that does not hold. */
    BROKEN_SIGNATURE,
    /** With a certificate that was valid yesterday. */
    EXPIRED,
    /** With a certificate that is not for time stamps. */
    OTHER_USAGE,
    /** With a certificate of a root that nobody knows. */
    STRANGER,
    /** With a time of yesterday. */
    WRONG_TIME,
    /** With a refusal. */
    REJECTS,
    /** With HTTP 500. */
    FAILS,
    /** With a page for people. */
    WEB_PAGE,
    /** With bytes that mean nothing. */
    NONSENSE,
    /** With more bytes than anybody reads. */
    HUGE
}
