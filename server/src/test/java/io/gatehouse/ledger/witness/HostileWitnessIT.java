package io.gatehouse.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.RealWitness;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Witnesses that answer what they must not: none of it is kept, and it is said what was wrong. */
@ServerTest
final class HostileWitnessIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final String WITNESSES = LEDGER + "/witnesses";
    private static final String NAME = "witness.example.com/audit";

    private final Transactions transactions;
    private final Ledger ledger;
    private final TestOrganization acme;
    private final Api admin;
    private final TestLog log;
    private final CountDownLatch end = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private HttpServer server;
    private volatile Answering answering = exchange -> answer(exchange, 500, "text/plain", "");

    @Autowired
    HostileWitnessIT(Transactions transactions, Ledger ledger, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.log = new TestLog(acme);
        organizations.breakLedger(acme);
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        append("Rule 1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answering.answer(exchange);
            }
        });
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void cosignaturesOfAnotherCheckpointOrByAnotherKeyAreNotKept() throws Exception {
        List<String> keys = RealWitness.makeKey(folder, NAME);
        String id = add("audit", address(), keys);
        try (RealWitness real = RealWitness.start(folder, "state", log.keys())) {
            String earlier = cosigned(real, 0);
            append("Rule 2");
            answering = exchange -> answer(exchange, 200, "text/plain", earlier);
            assertThat(test(id).at("/outcome").asString()).isEqualTo("KEY_MISMATCH");
        }
        Path other = Files.createDirectory(folder.resolve("other"));
        RealWitness.makeKey(other, NAME);
        try (RealWitness wrongKey = RealWitness.start(other, "state", log.keys())) {
            String wrong = cosigned(wrongKey, 0);
            answering = exchange -> answer(exchange, 200, "text/plain", wrong);
            JsonNode said = test(id);
            assertThat(said.at("/outcome").asString()).isEqualTo("KEY_MISMATCH");
            assertThat(said.at("/detail").asString()).contains("Ed25519", NAME);
        }
        assertThat(log.text("/log/checkpoint")).doesNotContain(NAME);
        assertThat(size()).isZero();
    }

    @Test
    void oneOfTwoKeysIsNotEnoughAndMoreLinesThanAskedForAreLeftOut() throws Exception {
        List<String> keys = RealWitness.makeKey(folder, NAME);
        String id = add("audit", address(), keys);
        try (RealWitness real = RealWitness.start(folder, "state", log.keys())) {
            String both = cosigned(real, 0);
            String half = both.lines().findFirst().orElseThrow() + "\n";
            answering = exchange -> answer(exchange, 200, "text/plain", half);
            assertThat(test(id).at("/detail").asString()).contains("ML-DSA-44");
            answering = exchange -> answer(exchange, 200, "text/plain", "— evil AAAA\nnonsense\n" + both);
            assertThat(test(id).at("/outcome").asString()).isEqualTo("COSIGNED");
            assertThat(log.text("/log/proof/0")).contains(NAME).doesNotContain("evil", "nonsense");
        }
    }

    @Test
    void whatIsNoAnswerIsToldAndRaisesNoAlarm() {
        String id = add("audit", address(), RealWitness.makeKey(folder, NAME));
        expect(id, "UNREACHABLE", exchange -> answer(exchange, 200, "text/plain", "x".repeat(2 << 20)));
        expect(id, "NOT_UNDERSTOOD", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/");
            answer(exchange, 302, "text/plain", "");
        });
        expect(id, "KEY_MISMATCH", exchange -> answer(exchange, 200, "text/plain", ""));
        expect(id, "KEY_UNKNOWN", exchange -> answer(exchange, 403, "text/plain", "<b>who\u0007\n are you"));
        expect(id, "LOG_UNKNOWN", exchange -> answer(exchange, 404, "text/plain", ""));
        expect(id, "FAILING", exchange -> answer(exchange, 503, "text/plain", "too many"));
        expect(id, "NOT_UNDERSTOOD", exchange -> answer(exchange, 409, "text/plain", "5\n"));
        expect(id, "NOT_UNDERSTOOD", exchange -> answer(exchange, 409, "text/x.tlog.size", "-1\n"));
        expect(id, "NOT_UNDERSTOOD", exchange -> answer(exchange, 409, "text/x.tlog.size", "0\n"));
        expect(id, "NOT_UNDERSTOOD", exchange -> answer(exchange, 409, "text/x.tlog.size", "99999999999999999999\n"));
        expect(id, "NOT_UNDERSTOOD", exchange -> answer(exchange, 422, "text/html", "no such page"));
        String whole = admin.get(WITNESSES).json().at("/size").asString() + "\n";
        expect(id, "NOT_UNDERSTOOD", exchange -> answer(exchange, 409, "text/x.tlog.size", whole));
        assertThat(watch().isEmpty()).isTrue();
        assertThat(admin.get(LEDGER + "/entries/export?format=jsonl").status()).isEqualTo(200);
        expect(id, "AHEAD", exchange -> answer(exchange, 409, "text/x.tlog.size", "999999\n"));
        expect(id, "AHEAD", exchange -> answer(exchange, 409, "text/x.tlog.size", "9999999\n"));
        assertThat(watch().size()).isEqualTo(1);
    }

    @Test
    void aWitnessThatIsSlowHoldsNothingUpForLong() {
        String id = add("audit", address(), RealWitness.makeKey(folder, NAME));
        expect(id, "UNREACHABLE", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void addressesInsideAreNotCalled() {
        List<String> keys = RealWitness.makeKey(folder, NAME);
        String id = add("audit", "http://169.254.169.254/latest", keys);
        assertThat(test(id).at("/outcome").asString()).isEqualTo("NOT_ALLOWED");
    }

    @Test
    void aDraftThatIsNoneIsRefusedByName() {
        List<String> keys = RealWitness.makeKey(folder, NAME);
        for (String url :
                List.of("", "ftp://a", "http://u:p@a", "http://a?b", "http://a#b", "file:///etc/passwd", "http:")) {
            assertRefused("url", Map.of("name", "a", "url", url, "keys", keys));
        }
        for (String name : List.of("", "none", "A", "a b", "a/b", "x".repeat(41))) {
            assertRefused("name", Map.of("name", name, "url", "http://a", "keys", keys));
        }
        String key = keys.getFirst();
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of(key, key),
                List.of(key.replace('+', ' ')),
                List.of(key.substring(0, key.length() - 4) + "AAAA"),
                List.of(log.keys().getFirst()))) {
            assertRefused("keys", Map.of("name", "a", "url", "http://a", "keys", wrong));
        }
        add("audit", "http://a", keys);
        assertRefused("name", Map.of("name", "audit", "url", "http://b", "keys", RealWitness.makeKey(sub(), NAME)));
        assertRefused("keys", Map.of("name", "twin", "url", "http://b", "keys", keys.subList(1, 2)));
        for (int needed : List.of(-1, 2)) {
            assertThat(admin.put(WITNESSES + "/policy", Map.of("needed", needed))
                            .status())
                    .isEqualTo(422);
        }
    }

    private Path sub() {
        return folder.resolve("sub").toFile().mkdir() ? folder.resolve("sub") : folder;
    }

    private void assertRefused(String field, Map<String, Object> draft) {
        Api.Answer refused = admin.post(WITNESSES, draft);
        assertThat(refused.status()).as(draft.toString()).isEqualTo(422);
        assertThat(refused.body()).contains("\"" + field + "\"");
    }

    private void expect(String id, String outcome, Answering how) {
        answering = how;
        JsonNode said = test(id);
        assertThat(said.at("/outcome").asString()).as(said.toString()).isEqualTo(outcome);
        assertThat(said.at("/detail").asString()).doesNotContain("<", "\u0007", "\n");
        assertThat(size()).isZero();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** What the real one answers to the latest checkpoint. */
    private String cosigned(RealWitness real, long from) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(real.address()))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            log.text("/log/consistency?from=" + from)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String add(String name, String url, List<String> keys) {
        Api.Answer added = admin.post(WITNESSES, Map.of("name", name, "url", url, "keys", keys));
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        log.sequenced();
        return added.json().at("/witnesses/0/id").asString();
    }

    private JsonNode test(String id) {
        return admin.post(WITNESSES + "/" + id + "/test").json();
    }

    private long size() {
        return admin.get(WITNESSES).json().at("/witnesses/0/size").asLong();
    }

    private JsonNode watch() {
        return admin.get(LEDGER + "/watch").json().at("/alarms");
    }

    private void append(String rule) {
        OrganizationScope scope = acme.scope();
        transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", rule, rule)));
        log.sequenced();
    }
}
