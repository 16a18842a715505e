package io.gatehouse.approvals;

/**
 * How a decision reached the engine.
 *
 * @param factor how strongly the person had proved who they are
 */
public record Means(Channel channel, Factor factor) {

    /** Where the person was. */
    public enum Channel {
        CONSOLE,
        API,
        SLACK,
        TEAMS
    }

    /** What the person had shown, weakest first. */
    public enum Factor {
        /** A password, a provider's word or a program's token. */
        SINGLE,
        /** A second factor when the sign-in began. */
        SECOND,
        /** A second factor within the last minutes. */
        FRESH
    }
}
