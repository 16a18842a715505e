package io.gatehouse.testkit.openid;

/** What the provider does wrong. */
public enum Fault {
    NONE,
    /** Says in its own description that it is another. */
    OTHER_ISSUER,
    /** Answers with megabytes. */
    HUGE,
    /** Takes the connection and never answers. */
    SILENT,
    /** Sends browsers, by the answer to a server's call, somewhere else. */
    REDIRECTING,
    /** Signs nothing. */
    UNSIGNED,
    /** Signs with the client's secret, which anybody who knows it could. */
    SIGNED_BY_SECRET,
    /** Signs with a key that it does not publish. */
    UNKNOWN_KEY
}
