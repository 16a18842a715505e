package io.gatehouse.testkit.keycloak;

import io.gatehouse.testkit.product.ProductFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's administration API, as its own administrator. */
final class Administration {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Administration(URI address) {
        this.address = address;
    }

    boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/realms/master"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    JsonNode get(String path) {
        return MAPPER.readTree(call("GET", path, JSON, null).body());
    }

    /** Creates, and gives the id of what was made, if it has one. */
    String post(String path, Object body) {
        return call("POST", path, JSON, MAPPER.writeValueAsString(body))
                .headers()
                .firstValue("Location")
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElse("");
    }

    JsonNode convert(String path, String xml) {
        return MAPPER.readTree(call("POST", path, "text/plain", xml).body());
    }

    void put(String path, Object body) {
        call("PUT", path, JSON, MAPPER.writeValueAsString(body));
    }

    void delete(String path) {
        call("DELETE", path, JSON, null);
    }

    private HttpResponse<String> call(String method, String path, String type, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type)
                .method(method, publisher(body))
                .build();
        return send(request);
    }

    /** Fetched for each call: it lives for a minute only. */
    private String token() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(publisher(Forms.encode(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        Keycloak.ADMIN,
                        "password",
                        Keycloak.ADMIN_PASSWORD))))
                .build();
        return MAPPER.readTree(send(request).body()).path("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new ProductFailure("Keycloak answered " + request.method() + " " + request.uri() + " with "
                        + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new ProductFailure("Keycloak did not answer " + request.uri() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProductFailure("interrupted");
        }
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable String body) {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }
}
