package io.gatehouse.santa.sync;

import io.gatehouse.testkit.fleet.net.Call;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Calls as no simulated Mac makes them. */
final class RawCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RawCalls() {}

    static Call json(URI syncBaseUrl, String stage, String machineId, String body) {
        return new Call(
                URI.create(syncBaseUrl + "/" + stage + "/" + machineId),
                Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                PATIENCE);
    }
}
