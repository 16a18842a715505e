package io.gatehouse.testkit.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's session with the public API: keeps cookies and sends the token that unsafe calls need. */
public final class ApiClient {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI address;
    private final Map<String, String> cookies = new TreeMap<>();

    private ApiClient(URI address) {
        this.address = address;
    }

    /** A session of nobody yet. */
    public static ApiClient anonymous(URI address) {
        ApiClient client = new ApiClient(address);
        client.refreshToken();
        return client;
    }

    /** A session of that person. */
    public static ApiClient signedIn(URI address, Account account) {
        ApiClient client = anonymous(address);
        client.post("/api/session", Map.of("email", account.email(), "password", account.password()));
        client.refreshToken();
        return client;
    }

    /** The session endpoint hands out the token whether or not somebody is signed in. */
    private void refreshToken() {
        send("GET", "/api/session", null);
    }

    /** Reads; throws unless the answer is a success, as all calls do. */
    public JsonNode get(String path) {
        return body("GET", path, send("GET", path, null));
    }

    /** Reads what is no JSON, such as proofs. */
    public String text(String path) {
        HttpResponse<String> response = send("GET", path, null);
        check("GET", path, response);
        return response.body();
    }

    /** Sends a body. */
    public JsonNode post(String path, Map<String, ?> body) {
        return body("POST", path, send("POST", path, body));
    }

    /** Replaces with a body. */
    public JsonNode put(String path, Map<String, ?> body) {
        return body("PUT", path, send("PUT", path, body));
    }

    /** Deletes. */
    public void delete(String path) {
        body("DELETE", path, send("DELETE", path, null));
    }

    private HttpResponse<String> send(String method, String path, @Nullable Map<String, ?> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Accept", "application/json, text/plain")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        addCookies(request);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new ProductFailure(method + " " + path + " failed: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProductFailure("interrupted");
        }
    }

    private void addCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        String token = cookies.get("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals).strip();
        String value = pair.substring(equals + 1).strip();
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    private static JsonNode body(String method, String path, HttpResponse<String> response) {
        check(method, path, response);
        return MAPPER.readTree(response.body().isEmpty() ? "null" : response.body());
    }

    private static void check(String method, String path, HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new ProductFailure(
                    method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
    }
}
