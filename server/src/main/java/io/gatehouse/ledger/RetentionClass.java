package io.gatehouse.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;

/** For how long entries are kept is said by class. Which action belongs to which class is reviewed by people. */
public enum RetentionClass {
    /** Who came in, and for which customers. */
    ACCESS(Set.of("activity", "connection", "engagement"), 6),
    /** What was asked for, who decided, and by which policy. */
    DECISION(Set.of("ballot", "calendar", "delegation", "ownership-claim", "policy", "request", "voting"), 12),
    /** What Macs, programs and the organization itself are told to do. */
    CONFIGURATION(
            Set.of(
                    "catalogue",
                    "configuration",
                    "customer",
                    "delivery",
                    "destination",
                    "device",
                    "domain",
                    "enrolment",
                    "identity-provider",
                    "key",
                    "organization",
                    "provisioning",
                    "rule",
                    "service-account",
                    "slack",
                    "tag"),
            12),
    /** Who belongs here, and what they may do. */
    PEOPLE(Set.of("invitation", "person", "provisioned-group", "role", "team"), 12),
    /** The book itself, and whatever nobody has given a class yet: kept for ever. */
    BOOK(Set.of("ledger"), Integer.MAX_VALUE);

    private static final Set<String> COMING_IN = Set.of(
            "person.sign-in",
            "person.sign-out",
            "person.slow-sign-in",
            "person.fall-back",
            "person.end-sessions",
            "person.confirm-action");

    private final Set<String> objects;
    private final int shortestMonths;

    RetentionClass(Set<String> objects, int shortestMonths) {
        this.objects = objects;
        this.shortestMonths = shortestMonths;
    }

    /** The class of an action. */
    public static RetentionClass of(String action) {
        if (COMING_IN.contains(action)) {
            return ACCESS;
        }
        String object = action.substring(0, Math.max(0, action.indexOf('.')));
        for (RetentionClass each : values()) {
            if (each.objects.contains(object)) {
                return each;
            }
        }
        return BOOK;
    }

    /** For how many months after its own each month is kept at least. */
    public int shortestMonths() {
        return shortestMonths;
    }

    /** Whether entries of the class may ever be dropped. */
    public boolean isDroppable() {
        return this != BOOK;
    }

    /** The part of the book that is dropped at once: this class in the month of that time. */
    public String period(Instant at) {
        return name() + " " + YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }
}
