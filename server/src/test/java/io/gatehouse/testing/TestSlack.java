package io.gatehouse.testing;

import io.gatehouse.testkit.slack.SlackServer;

/** The Slack of all tests; each has workspaces of its own there. */
public final class TestSlack {

    /** Where they are. */
    public static final SlackServer SLACK = SlackServer.start();

    private TestSlack() {}
}
