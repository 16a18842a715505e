package io.gatehouse.verifier.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.verifier.note.VerifierKey;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A witness that listens. */
public final class WitnessServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WitnessServer.class.getName());
    /** A hundred signatures fit. */
    private static final int LARGEST = 512 << 10;

    private static final String SECONDS_OF_A_REQUEST = "sun.net.httpserver.maxReqTime";

    private final StateFolder state;
    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts to listen.
     *
     * @param folder where it remembers what it has seen
     * @param logs keys of the logs that it knows
     */
    public WitnessServer(
            InetSocketAddress address, WitnessKey key, List<VerifierKey> logs, Path folder, InstantSource clock)
            throws IOException {
        // The JDK's server would wait for ever for somebody who sends slowly.
        if (System.getProperty(SECONDS_OF_A_REQUEST) == null) {
            System.setProperty(SECONDS_OF_A_REQUEST, "30");
        }
        state = new StateFolder(folder);
        witness = new Witness(key, logs, state, clock);
        server = HttpServer.create(address, 0);
        server.createContext("/", exchange -> send(exchange, Answer.refused(404, "POST to /add-checkpoint")));
        server.createContext("/add-checkpoint", this::addCheckpoint);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void addCheckpoint(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            answer = answer(exchange);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.SEVERE, "A request could not be answered", e);
            answer = Answer.refused(500, "the witness failed; it cosigned nothing");
        }
        send(exchange, answer);
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
            return Answer.refused(404, "POST to /add-checkpoint");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Answer.refused(405, "POST to /add-checkpoint");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return Answer.refused(400, "the request is longer than " + LARGEST + " bytes");
        }
        try {
            return witness.add(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Answer.refused(400, "the request is not UTF-8");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.close();
        state.close();
    }
}
