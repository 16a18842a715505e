package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What a Mac, or somebody who pretends to be one, must not be able to do. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
final class SyncAttackIT {

    private static final String PREFLIGHT = "{\"serial_num\":\"C02\",\"santa_version\":\"2026.7.1\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private OrganizationScope scope;
    private UUID enrolment;
    private String secret;

    @LocalServerPort
    private int port;

    @Autowired
    SyncAttackIT(SantaFixture fixture, PolicyPublisher publisher) {
        this.fixture = fixture;
        this.publisher = publisher;
    }

    @BeforeEach
    void enrolment() {
        scope = fixture.organization();
        enrolment = fixture.enrolment(scope, null, List.of());
        secret = fixture.secret(scope, enrolment);
    }

    @Test
    void withoutASecretInForceNothingIsServedAndTheClientStops() throws Exception {
        String unknown = secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0");
        assertThat(post("/santa/" + unknown + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(401);
        assertThat(post("/santa/nonsense/preflight/A", PREFLIGHT).statusCode()).isEqualTo(401);
        assertThat(post("/santa/sync/preflight/A", PREFLIGHT).statusCode()).isEqualTo(401);
        assertThat(devices(scope)).isZero();
    }

    @Test
    void aSecretOfAnotherOrganizationSaysNothingHere() throws Exception {
        OrganizationScope other = fixture.organization();
        String foreign = fixture.secret(other, fixture.enrolment(other, null, List.of()));
        String mixed = foreign.replace(hex(other), hex(scope));

        assertThat(post("/santa/" + mixed + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(401);
        assertThat(post("/santa/" + foreign + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(200);
        assertThat(devices(scope)).isZero();
        assertThat(devices(other)).isEqualTo(1);
    }

    @Test
    void aMachineIdCannotBeSpokenForWithAnotherEnrolmentsSecret() throws Exception {
        String otherSecret = fixture.secret(scope, fixture.enrolment(scope, null, List.of()));
        assertThat(post("/santa/" + secret + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(200);

        for (Stage stage : List.of(Stage.PREFLIGHT, Stage.RULEDOWNLOAD, Stage.EVENTUPLOAD, Stage.POSTFLIGHT)) {
            assertThat(post("/santa/" + otherSecret + "/" + stage.segment() + "/A", "{}")
                            .statusCode())
                    .as(stage.segment())
                    .isEqualTo(403);
        }
    }

    @Test
    void aReleaseThatNobodyUsedInTimeLetsNobodyIn() throws Exception {
        String otherSecret = fixture.secret(scope, fixture.enrolment(scope, null, List.of()));
        post("/santa/" + secret + "/preflight/A", PREFLIGHT);
        set(
                "update santa.device set credential_released = true, credential_released_until = now() - interval '1 second'");

        assertThat(post("/santa/" + otherSecret + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(403);
        assertThat(post("/santa/" + secret + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReleasedDeviceIsBoundToWhatComesNext() throws Exception {
        String otherSecret = fixture.secret(scope, fixture.enrolment(scope, null, List.of()));
        post("/santa/" + secret + "/preflight/A", PREFLIGHT);
        set(
                "update santa.device set credential_released = true, credential_released_until = now() + interval '1 hour'");

        assertThat(post("/santa/" + otherSecret + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(200);
        assertThat(post("/santa/" + secret + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBodyMustNotSpeakForAnotherMac() throws Exception {
        assertThat(post("/santa/" + secret + "/preflight/A", "{\"machine_id\":\"B\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(devices(scope)).isZero();
    }

    @Test
    void retiredDevicesAndFullEnrolmentsAreRefused() throws Exception {
        String narrow = fixture.secret(scope, fixture.enrolment(scope, 1, List.of()));
        assertThat(post("/santa/" + narrow + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(200);
        assertThat(post("/santa/" + narrow + "/preflight/B", PREFLIGHT).statusCode())
                .isEqualTo(403);
        set("update santa.device set retired_at = now()");

        assertThat(post("/santa/" + narrow + "/preflight/A", PREFLIGHT).statusCode())
                .isEqualTo(403);
        assertThat(post("/santa/" + narrow + "/preflight/B", PREFLIGHT).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDoctorIsAnsweredAndNotEnrolled() throws Exception {
        assertThat(post("/santa/" + secret + "/preflight/santactl-doctor-test", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(devices(scope)).isZero();
    }

    @Test
    void xsrfGivesATokenToWhoeverHasTheSecret() throws Exception {
        HttpResponse<String> answer = post("/santa/" + secret + "/xsrf/A", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-XSRF-TOKEN"))
                .hasValueSatisfying(token -> assertThat(token).hasSizeGreaterThan(40));
        assertThat(post("/santa/nonsense/xsrf/A", "").statusCode()).isEqualTo(401);
        assertThat(devices(scope)).isZero();
    }

    @Test
    void bothBearerHeadersAreTaken() throws Exception {
        for (String header : List.of("Authorization", "Zentral-Authorization")) {
            HttpRequest request = request("/santa/sync/preflight/" + header, PREFLIGHT.getBytes(StandardCharsets.UTF_8))
                    .header(header, "Bearer " + secret)
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(devices(scope)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"serial_num":             | application/json         | 400
            [1,2]                      | application/json         | 400
            {}                         | text/html                | 415
            \u0008\u0001ÿ              | application/x-protobuf   | 400
            """)
    void brokenBodiesAreRefusedForWhatTheyAre(String body, String type, int status) throws Exception {
        HttpRequest request = request("/santa/" + secret + "/preflight/A", body.getBytes(StandardCharsets.UTF_8))
                .setHeader("Content-Type", type)
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
        assertThat(devices(scope)).isZero();
    }

    @Test
    void bombsAndOversizedBodiesEndBeforeTheyAreRead() throws Exception {
        byte[] bomb = gzip(new byte[64 << 20]);
        HttpRequest packed = request("/santa/" + secret + "/eventupload/A", bomb)
                .header("Content-Encoding", "gzip")
                .build();
        assertThat(http.send(packed, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);

        String events = "{\"events\":[" + "{},".repeat(20_000) + "{}]}";
        assertThat(post("/santa/" + secret + "/eventupload/A", events).statusCode())
                .isEqualTo(413);
        assertThat(devices(scope)).isZero();
    }

    @Test
    void absurdCountsAndTextsAreKeptWithinBounds() throws Exception {
        String body = """
                {"binary_rule_count":4294967295,"transitive_rule_count":4294967295,"hostname":"%s","primary_user":"a\\u0007b",
                 "client_mode":"NO_SUCH_MODE","primary_user_groups":[%s"x"],"rulesHash":"not a hash"}
                """.formatted("h".repeat(5_000), "\"g\",".repeat(900));
        assertThat(post("/santa/" + secret + "/preflight/A", body).statusCode()).isEqualTo(200);

        assertThat(one("select length(hostname)::text from santa.device")).isEqualTo("255");
        assertThat(one("select primary_user from santa.device")).isEqualTo("ab");
        assertThat(one("select cardinality(primary_user_groups)::text from santa.device"))
                .isEqualTo("200");
        assertThat(one("select binary_rules::text from santa.device_sync")).isEqualTo("4294967295");
    }

    @Test
    void aCursorServesNoOtherDeviceNoOtherSessionAndNobodyWhoChangesIt() throws Exception {
        manyRules();
        String first = cursor("A");
        String second = cursor("B");

        assertThat(download("A", first).statusCode()).isEqualTo(200);
        assertThat(download("B", first).statusCode()).isEqualTo(400);
        assertThat(download("A", second).statusCode()).isEqualTo(400);
        assertThat(download("A", first.substring(0, first.length() - 2) + "AA").statusCode())
                .isEqualTo(400);
        assertThat(download("A", "x".repeat(10_000)).statusCode()).isEqualTo(400);
        cursor("A");
        assertThat(download("A", first).statusCode()).as("an earlier session's").isEqualTo(400);
    }

    @Test
    void nothingLoggedHoldsTheSecret(CapturedOutput output) throws Exception {
        post("/santa/" + secret + "/preflight/A", "{broken");
        post("/santa/" + secret + "/nonsense/A", "{}");
        post("/santa/" + secret + "/preflight/%00", "{}");
        HttpRequest read = HttpRequest.newBuilder(uri("/santa/" + secret + "/preflight/A"))
                .GET()
                .build();
        assertThat(http.send(read, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);

        assertThat(output.getAll()).contains("Stage preflight refused with 400").doesNotContain(secret);
    }

    private void manyRules() {
        List<RuleKey> keys = IntStream.range(0, 4_500)
                .mapToObj(i -> new RuleKey(RuleType.BINARY, "%064x".formatted(i)))
                .toList();
        fixture.write(scope, () -> {
            keys.forEach(key -> fixture.jdbc()
                    .sql("""
                            insert into santa.rule (organization_id, id, scope_kind, scope_id, rule_type, identifier,
                                policy, created_by)
                            values (?, ?, ?, ?, ?, ?, ?, '{}')
                            """)
                    .params(
                            scope.organization().value(),
                            Ids.next(),
                            ScopeKind.ORGANIZATION.name(),
                            scope.organization().value(),
                            key.type().number(),
                            key.identifier(),
                            Policy.BLOCKLIST.number())
                    .update());
            publisher.rulesChanged(scope, keys);
            return keys;
        });
    }

    private String cursor(String machine) throws Exception {
        post(
                "/santa/" + secret + "/preflight/" + machine,
                "{\"request_clean_sync\":true,\"santa_version\":\"2026.7.1\"}");
        return json.readTree(download(machine, "").body()).get("cursor").asString();
    }

    private HttpResponse<String> download(String machine, String cursor) throws Exception {
        return post("/santa/" + secret + "/ruledownload/" + machine, "{\"cursor\":\"" + cursor + "\"}");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                request(path, body.getBytes(StandardCharsets.UTF_8)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, byte[] body) {
        return HttpRequest.newBuilder(uri(path))
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        Arrays.fill(bytes, (byte) ' ');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private int devices(OrganizationScope of) {
        return fixture.write(
                of,
                () -> fixture.jdbc()
                        .sql("select count(*) from santa.device")
                        .query(Integer.class)
                        .single());
    }

    private String one(String query) {
        return fixture.write(
                scope, () -> fixture.jdbc().sql(query).query(String.class).single());
    }

    private void set(String statement) {
        fixture.write(scope, () -> fixture.jdbc().sql(statement).update());
    }

    private static String hex(OrganizationScope of) {
        return of.organization().toString().replace("-", "");
    }
}
