package io.gatehouse.notifications.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization's Slack as it is kept; secrets are sealed.
 *
 * @param teamId of the workspace, as Slack calls it
 * @param channel where requests are told
 * @param highestRisk up to which requests are decided there; null: none is
 * @param restingUntil Slack wants to be left alone until then
 * @param problem of the last message that it did not take
 */
record Workspace(
        String teamId,
        String teamName,
        String channel,
        String clientId,
        byte[] botToken,
        byte[] signingSecret,
        byte[] clientSecret,
        @Nullable Integer highestRisk,
        @Nullable Instant restingUntil,
        @Nullable String problem,
        Instant connectedAt) {

    /** Whether something of that risk is decided there. */
    boolean decides(int risk) {
        return highestRisk != null && risk <= highestRisk;
    }
}
