package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.wire.Compression;
import io.gatehouse.testkit.fleet.wire.JsonCodec;
import io.gatehouse.testkit.fleet.wire.Message;
import io.gatehouse.testkit.fleet.wire.ProtobufCodec;
import io.gatehouse.testkit.fleet.wire.Protocol;
import io.gatehouse.testkit.fleet.wire.WireException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** The requests of one sync: encoding, headers, the retry ladder, and the token that a 403 makes the client fetch. */
final class SyncSession {
    private static final int ATTEMPTS = 5;
    private static final Duration STAGE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> FILTERED_HEADERS = Set.of(
            "content-encoding",
            "content-length",
            "content-type",
            "connection",
            "host",
            "proxy-authenticate",
            "proxy-authorization",
            "www-authenticate");

    private final MacProfile profile;
    private final URI syncBaseUrl;
    private final Transport transport;
    private final MacClock clock;
    private String tokenHeader = "X-XSRF-TOKEN";
    private String token = "";
    private int requests;
    private long sent;
    private long received;

    SyncSession(MacProfile profile, URI syncBaseUrl, Transport transport, MacClock clock) {
        this.profile = profile;
        this.syncBaseUrl = syncBaseUrl;
        this.transport = transport.forOneSync();
        this.clock = clock;
    }

    Traffic traffic() {
        return new Traffic(requests, sent, received);
    }

    /** Posts a stage's message until it succeeds, fails for good, or five attempts are used up. */
    Message exchange(String stage, Message request, String answerName) throws StageFailed {
        String problem = "not tried";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            pause(stage, attempt);
            try {
                Answer answer = post(stage, encode(request), STAGE_TIMEOUT);
                if (answer.status() == 200) {
                    return decode(stage, answer, answerName);
                }
                problem = "status " + answer.status();
                if (isFinal(answer.status())) {
                    throw new StageFailed(stage + ": " + problem);
                }
            } catch (IOException e) {
                problem = e.toString();
            }
        }
        throw new StageFailed(stage + ": " + problem + " after " + ATTEMPTS + " attempts");
    }

    private void pause(String stage, int attempt) throws StageFailed {
        if (attempt == 1) {
            return;
        }
        try {
            clock.sleep(Duration.ofSeconds(1L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageFailed(stage + ": interrupted");
        }
    }

    /** Since 2026.4 client errors are final, but for two that ask for patience; a first 403 asks for a token instead. */
    private boolean isFinal(int status) throws IOException {
        if (status == 403 && fetchToken()) {
            return false;
        }
        boolean clientError = status >= 400 && status < 500;
        return clientError
                && status != 408
                && status != 429
                && profile.version().atLeast(2026, 4);
    }

    private boolean fetchToken() throws IOException {
        if (!token.isEmpty()) {
            return false;
        }
        Answer answer = post("xsrf", new byte[0], TOKEN_TIMEOUT);
        if (answer.status() != 200) {
            return false;
        }
        String renamed = answer.header("x-xsrf-token-header");
        tokenHeader = renamed == null ? tokenHeader : renamed;
        String given = answer.header(tokenHeader.toLowerCase(Locale.ROOT));
        String usual = answer.header("x-xsrf-token");
        token = given != null ? given : usual == null ? "" : usual;
        return true;
    }

    /** The doctor's probe: an empty body under a name that is no machine. */
    int probe() throws IOException {
        return send(uri("preflight", "santactl-doctor-test"), new TreeMap<>(), new byte[0], STAGE_TIMEOUT)
                .status();
    }

    private Answer post(String stage, byte[] encoded, Duration timeout) throws IOException {
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byte[] body = encoded;
        if (!stage.equals("xsrf")) {
            headers.put("Content-Type", profile.format().contentType());
            String label = profile.compression().label();
            if (label != null && encoded.length > 0) {
                body = profile.compression().pack(encoded);
                headers.put("Content-Encoding", label);
            }
        }
        return send(uri(stage, profile.machineId()), headers, body, timeout);
    }

    private Answer send(URI uri, TreeMap<String, String> headers, byte[] body, Duration timeout) throws IOException {
        profile.extraHeaders().forEach((name, value) -> {
            if (!FILTERED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, value);
            }
        });
        headers.put("User-Agent", "santactl-sync/" + profile.version().text());
        headers.put("Accept-Encoding", "gzip, deflate");
        if (!token.isEmpty()) {
            headers.put(tokenHeader, token);
        }
        requests++;
        sent += body.length;
        Answer answer = transport.send(new Call(uri, headers, body, timeout));
        received += answer.body().length;
        return answer;
    }

    private URI uri(String stage, String machineId) throws IOException {
        if ("http".equals(syncBaseUrl.getScheme()) && !LOCAL_HOSTS.contains(syncBaseUrl.getHost())) {
            throw new IOException("plain http is for this machine only: " + syncBaseUrl.getHost());
        }
        String base = syncBaseUrl.toString();
        String id = URLEncoder.encode(machineId, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(base + (base.endsWith("/") ? "" : "/") + stage + "/" + id);
    }

    private byte[] encode(Message message) {
        return switch (profile.format()) {
            case JSON -> new JsonCodec(!profile.version().atLeast(2024, 6)).encode(message);
            case PROTOBUF -> new ProtobufCodec().encode(message);
        };
    }

    private Message decode(String stage, Answer answer, String name) throws StageFailed {
        try {
            byte[] body = Compression.unpack(answer.header("content-encoding"), answer.body());
            return switch (profile.format()) {
                case JSON -> new JsonCodec(false).decode(Protocol.message(name), body);
                case PROTOBUF -> new ProtobufCodec().decode(Protocol.message(name), body);
            };
        } catch (WireException e) {
            throw new StageFailed(stage + ": " + e.getMessage());
        }
    }
}
