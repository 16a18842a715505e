package io.gatehouse.approvals.routing;

/** Something wrong in a condition, and where; lines and columns are counted from 1. */
public record Flaw(int line, int column, String message) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
