package io.gatehouse.approvals.routing;

import io.gatehouse.approvals.policy.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a request is routed.
 *
 * @param route by name; null for the path of all others
 * @param reason why, in one sentence
 * @param skipped ids of the stages that are left out, each with the reason
 */
public record Routed(Path path, @Nullable String route, String reason, Map<String, String> skipped) {

    /** Takes a copy. */
    public Routed {
        skipped = Map.copyOf(skipped);
    }
}
