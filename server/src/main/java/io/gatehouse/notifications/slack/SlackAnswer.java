package io.gatehouse.notifications.slack;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** What came back from Slack. */
sealed interface SlackAnswer {

    /** It did what it was asked. */
    record Done(JsonNode content) implements SlackAnswer {}

    /** It wants to be left alone for so long. */
    record Limited(Duration pause) implements SlackAnswer {}

    /**
     * It did not.
     *
     * @param error as Slack names it, such as {@code channel_not_found}; empty when there was no readable answer
     * @param problem for people
     */
    record Failed(String error, String problem) implements SlackAnswer {}
}
