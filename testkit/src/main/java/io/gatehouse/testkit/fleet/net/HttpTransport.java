package io.gatehouse.testkit.fleet.net;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Plain HTTP/1.1 without redirects, as Santa refuses them. */
public final class HttpTransport implements Transport {
    private final HttpClient client;
    private final boolean connectionPerSync;

    private HttpTransport(boolean connectionPerSync) {
        this.connectionPerSync = connectionPerSync;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** One pool of kept connections for everybody who shares this transport. */
    public static HttpTransport shared() {
        return new HttpTransport(false);
    }

    /** A new connection for each sync, faithful and dearer. */
    public static HttpTransport connectionPerSync() {
        return new HttpTransport(true);
    }

    @Override
    public Transport forOneSync() {
        return connectionPerSync ? new HttpTransport(false) : this;
    }

    @Override
    public Answer send(Call call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(call.timeout())
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
