package io.gatehouse.approvals;

import io.gatehouse.identity.Caller;

/**
 * How a decision reached the engine.
 *
 * @param factor how strongly the person had proved who they are
 */
public record Means(Channel channel, Factor factor) {

    /** In the console, as the caller of the running request signed in to it. */
    public static Means inConsole(Caller caller) {
        return new Means(Channel.CONSOLE, caller.secondFactor() ? Factor.SECOND : Factor.SINGLE);
    }

    /** Where the person was. */
    public enum Channel {
        CONSOLE,
        SLACK,
        TEAMS
    }

    /** What the person had shown, weakest first. */
    public enum Factor {
        /** A password, or a provider's word alone. */
        SINGLE,
        /** A second factor when the sign-in began. */
        SECOND,
        /** A second factor within the last minutes. */
        FRESH
    }
}
