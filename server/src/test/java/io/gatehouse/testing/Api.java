package io.gatehouse.testing;

import io.gatehouse.kernel.OrganizationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks HTTP to the server as a browser with the console does: keeps cookies, sends the CSRF token. {@code {o}} in a
 * path stands for the client's organization.
 */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final @Nullable OrganizationId organization;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private volatile @Nullable Object freshFactor;
    private volatile @Nullable String key;

    /** A browser that nobody has signed in with. */
    public Api(URI address, @Nullable OrganizationId organization) {
        this.address = address;
        this.organization = organization;
    }

    /**
     * What the server answered.
     *
     * @param body as text
     */
    public record Answer(int status, HttpHeaders headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        boolean isSuccess() {
            return status < 300;
        }

        /** The value of a header; empty when there is none. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** Sends this key with every request from now on, as a program does. */
    public Api bearing(String shown) {
        key = shown;
        return this;
    }

    /** Signs in; the answer is the session or the refusal. */
    public Answer signIn(String email, String password) {
        if (!cookies.containsKey("XSRF-TOKEN")) {
            get("/api/session");
        }
        freshFactor = Map.of("factor", "PASSWORD", "secret", password);
        return post("/api/session", Map.of("email", email, "password", password));
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** Sends a body: JSON text, or anything that Jackson writes as JSON. */
    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    /** Sends no body. */
    public Answer post(String path) {
        return send("POST", path, null, Map.of());
    }

    /** Replaces. */
    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    /** Changes in part. */
    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    /** Deletes. */
    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Deletes, with a body. */
    public Answer delete(String path, Object body) {
        return send("DELETE", path, body, Map.of());
    }

    /** What the person shows when an action needs a fresh factor: the password, unless said otherwise; null: nothing. */
    public void freshFactor(@Nullable Object proof) {
        freshFactor = proof;
    }

    /**
     * Sends anything; the headers given replace the client's own. Shows a fresh factor where one is needed, and tries
     * again, as the console does.
     */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        Answer answer = send(request(method, path, body, headers));
        String waiting = answer.header("X-Fresh-Factor");
        Object proof = freshFactor;
        if (waiting.isEmpty() || proof == null || !confirm(waiting, proof).isSuccess()) {
            return answer;
        }
        Map<String, String> confirmed = new TreeMap<>(headers);
        confirmed.put("X-Fresh-Factor", waiting);
        return send(request(method, path, body, confirmed));
    }

    /** Shows a factor for an action that waits for one. */
    public Answer confirm(String waiting, Object proof) {
        return send(request("POST", "/api/account/waiting-actions/" + waiting + "/confirm", proof, Map.of()));
    }

    private HttpRequest request(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(
                        body instanceof String text ? text : JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, publisher);
        all(headers).forEach(request::setHeader);
        return request.build();
    }

    /** Reads what need not be text; the answer must be a success. */
    public byte[] download(String path) {
        try {
            HttpResponse<byte[]> response = HTTP.send(
                    request("GET", path, null, Map.of("Accept", "*/*")), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " → " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends anything and reads the body of a refusal only: an answer that never ends does no harm. */
    public Answer probe(String method, String path, @Nullable Object body) {
        try {
            HttpResponse<InputStream> response = HTTP.send(
                    request(method, path, body, Map.of("Accept", "*/*")), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream stream = response.body()) {
                String text =
                        response.statusCode() < 400 ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(response.statusCode(), response.headers(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The request of a stream of live updates, to be sent with a client of one's own. */
    public HttpRequest stream(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
        all(Map.of("Accept", "text/event-stream")).forEach(request::setHeader);
        return request.build();
    }

    /** The value of a cookie that the server set; null when there is none. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Sets a cookie, as an attacker would. */
    public void cookie(String name, String value) {
        cookies.put(name, value);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            keepCookies(response.headers().allValues("Set-Cookie"));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return address.resolve(organization == null ? path : path.replace("{o}", organization.toString()));
    }

    private Map<String, String> all(Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Accept", "application/json");
        all.put("Content-Type", "application/json");
        if (!cookies.isEmpty()) {
            all.put(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()));
        }
        if (cookies.containsKey("XSRF-TOKEN")) {
            all.put("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        String shown = key;
        if (shown != null) {
            all.put("Authorization", "Bearer " + shown);
        }
        all.putAll(given);
        return all;
    }

    private void keepCookies(List<String> headers) {
        headers.stream().flatMap(header -> HttpCookie.parse(header).stream()).forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
    }
}
