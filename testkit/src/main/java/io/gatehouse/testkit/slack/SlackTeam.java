package io.gatehouse.testkit.slack;

import java.util.UUID;

/**
 * A workspace with one app installed.
 *
 * @param channel the one that the app's bot is in
 */
public record SlackTeam(
        String id,
        String name,
        String channel,
        String botToken,
        String signingSecret,
        String clientId,
        String clientSecret) {

    static SlackTeam next(int number) {
        return new SlackTeam(
                "T%08d".formatted(number),
                "Team " + number,
                "C%08d".formatted(number),
                "xoxb-" + UUID.randomUUID(),
                hex(),
                number + "." + number,
                hex());
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
