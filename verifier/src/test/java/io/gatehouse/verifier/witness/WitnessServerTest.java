package io.gatehouse.verifier.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.verifier.honest.HonestLog;
import io.gatehouse.verifier.honest.Signer;
import io.gatehouse.verifier.honest.Verified;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The witness over HTTP, as the C2SP text has it. */
final class WitnessServerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private final HonestLog log = new HonestLog(new Random(3));
    private final HttpClient client = HttpClient.newHttpClient();
    private WitnessKey key;
    private WitnessServer server;

    @BeforeEach
    void start() throws Exception {
        key = WitnessKey.parse(WitnessKey.generate("witness.example/w1").secrets());
        server = open();
        grow(5);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        client.close();
    }

    @Test
    void cosignsWithBothKeysWhatContinuesWhatItSaw() throws Exception {
        assertCosigned(add(log.addCheckpoint(0, log.checkpoint())), log.checkpoint());
        grow(8);
        String checkpoint = log.checkpoint();
        assertCosigned(add(log.addCheckpoint(5, checkpoint)), checkpoint);
        assertCosigned(add(log.addCheckpoint(13, log.checkpoint())), checkpoint);
    }

    @Test
    void tellsTheSizeThatItSawLast() throws Exception {
        assertCosigned(add(log.addCheckpoint(0, log.checkpoint())), log.checkpoint());
        grow(2);
        HttpResponse<String> answer = add(log.addCheckpoint(0, log.checkpoint()));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("5\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }

    @Test
    void refusesAForkAlsoOfTheSameSizeAndAfterARestart() throws Exception {
        add(log.addCheckpoint(0, log.checkpoint()));
        HonestLog fork = new HonestLog(new Random(3));
        fork.signAs(log.signer());
        IntStream.range(0, 5).forEach(i -> fork.append("rule.create", null, null, "{\"fork\":1}"));
        assertThat(add(fork.addCheckpoint(5, fork.checkpoint())).statusCode()).isEqualTo(409);
        server.close();
        server = open();
        fork.append("rule.create", null, null, "{\"fork\":2}");
        assertThat(add(fork.addCheckpoint(5, fork.checkpoint())).statusCode()).isEqualTo(422);
        grow(1);
        assertCosigned(add(log.addCheckpoint(5, log.checkpoint())), log.checkpoint());
    }

    @Test
    void refusesWhatIsUnknownUnsignedOrBroken() throws Exception {
        HonestLog other = new HonestLog(new Random(4));
        other.append("rule.create", null, null, "{}");
        assertThat(add(other.addCheckpoint(0, other.checkpoint())).statusCode()).isEqualTo(404);
        Signer forger = Signer.log(log.origin);
        assertThat(add(log.addCheckpoint(0, log.checkpoint(forger))).statusCode())
                .isEqualTo(403);
        Signer half = log.signer().withOwnPostQuantumKey();
        assertThat(add(log.addCheckpoint(0, log.checkpoint(half))).statusCode()).isEqualTo(403);
        String checkpoint = log.checkpoint();
        assertThat(add("old 6\n\n" + checkpoint).statusCode()).isEqualTo(400);
        assertThat(add("old 05\n\n" + checkpoint).statusCode()).isEqualTo(400);
        assertThat(add("old 0\nx\n\n" + checkpoint).statusCode()).isEqualTo(400);
        assertThat(add("old 0\n\n" + "x".repeat(530_000)).statusCode()).isEqualTo(400);
        assertThat(add("").statusCode()).isEqualTo(400);
        String hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
        assertThat(add("old 0\n" + hash.repeat(64) + "\n" + checkpoint).statusCode())
                .isEqualTo(400);
        assertThat(add("old 0\n" + hash + "\n" + checkpoint).statusCode()).isEqualTo(422);
        assertThat(send(HttpRequest.newBuilder(uri("/add-checkpoint")).GET().build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(HttpRequest.newBuilder(uri("/other")).GET().build()).statusCode())
                .isEqualTo(404);
    }

    /** 8 threads offer two forks of the same step at once: one of them is cosigned. */
    @Test
    void neverCosignsTwoForksOfTheSameStep() throws Exception {
        add(log.addCheckpoint(0, log.checkpoint()));
        HonestLog fork = new HonestLog(new Random(3));
        fork.signAs(log.signer());
        IntStream.range(0, 5).forEach(i -> fork.append("rule.create", null, null, "{\"n\":" + i + "}"));
        grow(1);
        fork.append("rule.create", null, null, "{\"fork\":true}");
        String[] offers = {log.addCheckpoint(5, log.checkpoint()), fork.addCheckpoint(5, fork.checkpoint())};
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> calls = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> {
                        HttpResponse<String> answer = add(offers[i % 2]);
                        return answer.statusCode() == 200 ? "fork " + i % 2 : "";
                    })
                    .toList();
            List<String> cosigned = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                cosigned.add(call.get());
            }
            assertThat(cosigned.stream().filter(which -> !which.isEmpty()).distinct())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** As many as it takes begin to send and do not end: others are told to come again, and it goes on after those are gone. */
    @Test
    @Timeout(60)
    void slowSendersDoNotExhaustIt() throws Exception {
        String offer = log.addCheckpoint(0, log.checkpoint());
        List<Socket> slow = new ArrayList<>();
        do {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort());
            slow.add(socket);
            socket.getOutputStream()
                    .write("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 100\r\n\r\nold"
                            .getBytes(StandardCharsets.US_ASCII));
        } while (add(offer).statusCode() != 503);
        assertThat(slow).hasSizeGreaterThanOrEqualTo(WitnessServer.MOST_AT_ONCE);
        for (Socket socket : slow) {
            socket.close();
        }
        while (add(offer).statusCode() == 503) {
            Thread.onSpinWait();
        }
        assertCosigned(add(log.addCheckpoint(5, log.checkpoint())), log.checkpoint());
    }

    @Test
    void twoWitnessesDoNotShareAFolder() {
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("another witness");
    }

    @Test
    void doesNotBeginAnewWhenItsMemoryIsBroken() throws Exception {
        add(log.addCheckpoint(0, log.checkpoint()));
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.endsWith("lock")).toList()) {
                Files.writeString(file, "");
            }
        }
        assertThat(add(log.addCheckpoint(0, log.checkpoint())).statusCode()).isEqualTo(500);
    }

    private void grow(int entries) {
        IntStream.range(0, entries).forEach(i -> log.append("rule.create", null, null, "{\"n\":" + i + "}"));
    }

    private WitnessServer open() throws IOException {
        return new WitnessServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                key,
                log.keys().stream().map(Verified::key).toList(),
                folder,
                InstantSource.fixed(NOW));
    }

    private void assertCosigned(HttpResponse<String> answer, String checkpoint) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        Checkpoint cosigned = Checkpoint.parse(checkpoint + answer.body());
        for (SigningKey signer : key.keys()) {
            assertThat(cosigned.sealBy(signer.verifier()).orElseThrow().time()).contains(NOW);
        }
    }

    private HttpResponse<String> add(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }
}
