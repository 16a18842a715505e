package io.gatehouse.approvals.policy;

/**
 * Requests that take a path of their own.
 *
 * @param name as people call it, 1 to 120 characters
 * @param when a CEL expression over the facts of a request that gives a truth value, 1 to 2,000 characters
 */
public record Route(String name, String when, Path path) {

    /** Checks the bounds; the expression itself is checked where it is compiled. */
    public Route {
        Check.name("routes[].name", name);
        Check.expression("routes[].when", when);
    }
}
