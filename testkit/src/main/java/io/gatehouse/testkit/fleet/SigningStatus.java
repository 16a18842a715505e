package io.gatehouse.testkit.fleet;

/** How a file is signed; it decides which rule types are looked up at all. */
public enum SigningStatus {
    UNSIGNED,
    INVALID,
    ADHOC,
    DEVELOPMENT,
    PRODUCTION;

    boolean looksUp(RuleType type) {
        return switch (type) {
            case BINARY -> true;
            case CDHASH -> this == ADHOC || this == DEVELOPMENT || this == PRODUCTION;
            case CERTIFICATE -> this == DEVELOPMENT || this == PRODUCTION;
            case SIGNINGID, TEAMID -> this == PRODUCTION;
        };
    }
}
