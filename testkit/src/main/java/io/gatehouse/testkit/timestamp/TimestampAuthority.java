package io.gatehouse.testkit.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;

/** A real server for time stamps. */
public final class TimestampAuthority implements AutoCloseable {

    private static final int HUGE = 3 << 20;
    private static final String REPLY = "application/timestamp-reply";

    private final HttpServer server;
    private final Clock clock;
    private final Tokens tokens = new Tokens();
    private final Identity identity = valid(KeyPurposeId.id_kp_timeStamping);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Manner manner = Manner.HONEST;
    private volatile @Nullable String authorization;

    private TimestampAuthority(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Starts one on a free port of loopback. */
    public static TimestampAuthority start() {
        return start(0, Clock.systemUTC());
    }

    /** Starts one that believes a clock. */
    public static TimestampAuthority start(int port, Clock clock) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            TimestampAuthority authority = new TimestampAuthority(server, clock);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", authority::answer);
            server.start();
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it takes queries. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The certificate that its own leads to, in PEM. */
    public String anchor() {
        return identity.rootAsPem();
    }

    /** From now on it answers so. */
    public void answer(Manner next) {
        manner = next;
    }

    /** From now on it answers only those who sign in so. */
    public void demand(String username, String password) {
        authorization = "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** How many queries came. */
    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.incrementAndGet();
            byte[] query = exchange.getRequestBody().readAllBytes();
            String sent = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null && !authorization.equals(sent)) {
                send(exchange, 401, "text/plain", new byte[0]);
                return;
            }
            switch (manner) {
                case FAILS -> send(exchange, 500, "text/plain", "out of order".getBytes(StandardCharsets.UTF_8));
                case WEB_PAGE -> send(exchange, 200, "text/html", "<h1>Hello</h1>".getBytes(StandardCharsets.UTF_8));
                case NONSENSE -> send(exchange, 200, REPLY, "nonsense".getBytes(StandardCharsets.UTF_8));
                case HUGE -> send(exchange, 200, REPLY, new byte[HUGE]);
                case REJECTS -> send(exchange, 200, REPLY, Tokens.rejection());
                default -> send(exchange, 200, REPLY, token(query));
            }
        }
    }

    private byte[] token(byte[] query) {
        Instant now = clock.instant();
        Manner how = manner;
        byte[] answer = tokens.answer(Tokens.Content.of(TimeStampReq.getInstance(query), how, now), signer(how, now));
        if (how == Manner.BROKEN_SIGNATURE) {
            answer[answer.length - 1] ^= 1;
        }
        return answer;
    }

    private Identity signer(Manner how, Instant now) {
        return switch (how) {
            case EXPIRED -> Identity.create(KeyPurposeId.id_kp_timeStamping, now.minus(Duration.ofDays(1)));
            case OTHER_USAGE -> valid(KeyPurposeId.id_kp_codeSigning);
            case STRANGER -> valid(KeyPurposeId.id_kp_timeStamping);
            default -> identity;
        };
    }

    private static Identity valid(KeyPurposeId purpose) {
        return Identity.create(purpose, Instant.now().plus(Duration.ofDays(3_000)));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
