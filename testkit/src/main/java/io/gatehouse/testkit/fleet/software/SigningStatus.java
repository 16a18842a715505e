package io.gatehouse.testkit.fleet.software;

import io.gatehouse.testkit.fleet.rules.RuleType;

/** How a file is signed; it decides which rule types are looked up at all. */
public enum SigningStatus {
    UNSIGNED,
    INVALID,
    ADHOC,
    DEVELOPMENT,
    PRODUCTION;

    /** Whether rules of that type are looked up for files signed like this. */
    public boolean looksUp(RuleType type) {
        return switch (type) {
            case BINARY -> true;
            case CDHASH -> this == ADHOC || this == DEVELOPMENT || this == PRODUCTION;
            case CERTIFICATE -> this == DEVELOPMENT || this == PRODUCTION;
            case SIGNINGID, TEAMID -> this == PRODUCTION;
        };
    }
}
