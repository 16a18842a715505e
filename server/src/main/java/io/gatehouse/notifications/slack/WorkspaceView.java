package io.gatehouse.notifications.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The organization's Slack as its administrators see it.
 *
 * @param interactions the address for the app's interactivity
 * @param redirect the address for the app's sign-in
 * @param workspace null until one is connected
 */
record WorkspaceView(
        String interactions, String redirect, @Nullable Connected workspace) {

    /** One that is connected. */
    record Connected(
            String teamName,
            String channel,
            String clientId,
            @Nullable Integer highestRisk,
            @Nullable Instant restingUntil,
            @Nullable String problem,
            Instant connectedAt) {

        static Connected of(Workspace kept) {
            return new Connected(
                    kept.teamName(),
                    kept.channel(),
                    kept.clientId(),
                    kept.highestRisk(),
                    kept.restingUntil(),
                    kept.problem(),
                    kept.connectedAt());
        }
    }
}
