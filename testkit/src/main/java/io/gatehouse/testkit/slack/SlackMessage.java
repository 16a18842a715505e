package io.gatehouse.testkit.slack;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A message as it stands in a channel.
 *
 * @param user for whose eyes alone it is; empty for everybody's
 * @param edits how often it was changed
 */
public record SlackMessage(String channel, String ts, String user, JsonNode content, int edits) {

    SlackMessage edited(JsonNode next) {
        return new SlackMessage(channel, ts, user, next, edits + 1);
    }

    /** What stands there instead of blocks. */
    public String text() {
        return content.path("text").asString("");
    }

    /** Everything that stands there. */
    public String all() {
        return content.toString();
    }

    /** The names of its buttons' actions. */
    public List<String> actions() {
        return content.at("/blocks")
                .valueStream()
                .flatMap(block -> block.path("elements").valueStream())
                .map(element -> element.path("action_id").asString(""))
                .toList();
    }

    String value(String action) {
        return content.at("/blocks")
                .valueStream()
                .flatMap(block -> block.path("elements").valueStream())
                .filter(element -> element.path("action_id").asString("").equals(action))
                .map(element -> element.path("value").asString(""))
                .findFirst()
                .orElseThrow();
    }
}
