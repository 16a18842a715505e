package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.product.ApiClient;
import io.gatehouse.testkit.product.ProductFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes people of the demo the owners of their Macs, once these have synced for the first time. */
final class Owners {
    private static final Duration WAIT_LIMIT = Duration.ofMinutes(2);

    private final String path;
    private final ApiClient client;

    Owners(URI address, DemoState state) {
        this.path = "/api/organizations/" + state.organizations().get(Cast.ENTERPRISE);
        this.client = ApiClient.signedIn(address, state.account(Cast.ENTERPRISE, "SECURITY_ADMIN"));
    }

    void assign(String email, String machineId) throws InterruptedException {
        String person = first("/people", email).get("id").asString();
        Instant deadline = Instant.now().plus(WAIT_LIMIT);
        while (isMissing("/devices", machineId)) {
            if (Instant.now().isAfter(deadline)) {
                throw new ProductFailure("The Mac " + machineId + " did not appear at the server");
            }
            Thread.sleep(Duration.ofMillis(500));
        }
        String device = first("/devices", machineId).get("id").asString();
        client.put(path + "/devices/" + device + "/owner", Map.of("personId", person));
    }

    private boolean isMissing(String list, String text) {
        return find(list, text).isEmpty();
    }

    private JsonNode first(String list, String text) {
        return find(list, text).get(0);
    }

    private JsonNode find(String list, String text) {
        return client.get(path + list + "?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .get("items");
    }
}
