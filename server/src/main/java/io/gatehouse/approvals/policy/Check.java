package io.gatehouse.approvals.policy;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.kernel.ProblemException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The bounds of a policy's parts. */
final class Check {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EXPRESSION = 2_000;
    private static final int MOST_SEATS = 20;

    private Check() {}

    static ProblemException invalid(String what) {
        return ApprovalProblem.POLICY_INVALID.because(what);
    }

    static void name(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw invalid(field + " must have 1 to " + LONGEST_NAME + " characters");
        }
    }

    static void expression(String field, String expression) {
        if (expression.isBlank() || expression.length() > LONGEST_EXPRESSION) {
            throw invalid(field + " must have 1 to " + LONGEST_EXPRESSION + " characters");
        }
    }

    static void atMost(String field, int count, int most) {
        if (count > most) {
            throw invalid(field + " must be at most " + most + ", not " + count);
        }
    }

    static void within(String field, Duration time, Duration shortest, Duration longest) {
        if (time.compareTo(shortest) < 0 || time.compareTo(longest) > 0) {
            throw invalid(field + " must be " + shortest + " to " + longest + ", not " + time);
        }
    }

    static void distinct(String field, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw invalid(field + " must differ: " + name + " is there twice");
            }
        }
    }

    static List<Seat> seats(List<Seat> seats) {
        if (seats.isEmpty() || seats.size() > MOST_SEATS) {
            throw invalid("seats must be 1 to " + MOST_SEATS);
        }
        return List.copyOf(seats);
    }
}
