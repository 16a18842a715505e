package io.gatehouse.testkit.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server for messages. Whatever it answers, what arrives is kept. */
public final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private volatile int status = 204;
    private volatile Map<String, String> headers = Map.of();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private WebhookReceiver(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port of loopback, that takes everything. */
    public static WebhookReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            WebhookReceiver receiver = new WebhookReceiver(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/hook", receiver::take);
            server.createContext("/elsewhere", receiver::takeElsewhere);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it takes messages. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Where a redirect of it could lead. */
    public String otherAddress() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/elsewhere";
    }

    /** From now on it answers so. */
    public void answer(int next, Map<String, String> with) {
        headers = Map.copyOf(with);
        status = next;
    }

    /** Answers nothing until the end of what is returned. */
    public AutoCloseable dawdle() {
        CountDownLatch closed = new CountDownLatch(1);
        gate = closed;
        return closed::countDown;
    }

    /** What arrived, oldest first. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** How many followed a redirect. */
    public int misled() {
        return elsewhere.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers sent = exchange.getRequestHeaders();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrivals.add(new Arrival(
                    sent.getFirst("webhook-id"),
                    Instant.ofEpochSecond(Long.parseLong(sent.getFirst("webhook-timestamp"))),
                    sent.getFirst("webhook-signature"),
                    body));
            gate.await();
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeElsewhere(HttpExchange exchange) throws IOException {
        try (exchange) {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}
