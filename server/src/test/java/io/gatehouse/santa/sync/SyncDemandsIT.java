package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.testing.AnotherNode;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.net.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an installation may demand beside the secret: certificates from a proxy that it trusts, and tokens. */
@ServerTest
final class SyncDemandsIT {

    private static final String HEADER = "X-Client-Certificate";
    private static final String HEADER_SETTING = "gatehouse.santa.client-certificate.header=" + HEADER;
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String PROXY_ELSEWHERE = "192.0.2.1";

    /** Trusts this machine as its proxy. */
    private static AnotherNode trusting;

    /** Trusts another machine only, and demands tokens. */
    private static AnotherNode strict;

    private final HttpClient http = HttpClient.newHttpClient();
    private final SantaFixture fixture;
    private OrganizationScope scope;
    private String secret;

    @Autowired
    SyncDemandsIT(SantaFixture fixture) {
        this.fixture = fixture;
    }

    @BeforeAll
    static void startNodes() {
        trusting = AnotherNode.start(HEADER_SETTING, "gatehouse.trusted-proxies=127.0.0.1");
        strict = AnotherNode.start(
                HEADER_SETTING,
                "gatehouse.trusted-proxies=" + PROXY_ELSEWHERE,
                "gatehouse.santa.sync.require-xsrf=true");
    }

    @AfterAll
    static void stopNodes() {
        trusting.close();
        strict.close();
    }

    @BeforeEach
    void enrolment() {
        scope = fixture.organization();
        secret = fixture.secret(scope, fixture.enrolment(scope, null, List.of()));
    }

    @Test
    void aDeviceIsBoundToTheCertificateThatATrustedProxyPassesOn() throws Exception {
        assertThat(preflight(trusting, "A", certificate("first"))).isEqualTo(200);

        assertThat(one("select credential_kind from santa.device")).isEqualTo("CERTIFICATE");
        assertThat(one("select certificate_subject from santa.device")).isEqualTo("CN=first.mac.example.test");
        assertThat(preflight(trusting, "A", certificate("first"))).isEqualTo(200);
        assertThat(preflight(trusting, "A", certificate("second"))).isEqualTo(403);
        assertThat(preflight(trusting, "A", Map.of(FORWARDED, "203.0.113.7")))
                .as("no certificate")
                .isEqualTo(403);
        assertThat(preflight(trusting, "B", certificate("second"))).isEqualTo(200);
    }

    @Test
    void whatATrustedProxySendsMustBeACertificate() throws Exception {
        assertThat(preflight(trusting, "A", proxied("CN=first.mac.example.test")))
                .isEqualTo(400);
        assertThat(preflight(trusting, "A", proxied("%2D%2D%2D%2D%2DBEGIN%20CERTIFICATE")))
                .isEqualTo(400);
        assertThat(preflight(trusting, "A", proxied("%zz"))).isEqualTo(400);
        assertThat(one("select count(*)::text from santa.device")).isEqualTo("0");
    }

    @Test
    void nobodyElseCanPassACertificateOn() throws Exception {
        assertThat(preflight(trusting, "A", certificate("first"))).isEqualTo(200);

        assertThat(preflightWithToken("A", certificate("first"))).isEqualTo(403);
        Map<String, String> pretending = new TreeMap<>(certificate("first"));
        pretending.put(FORWARDED, PROXY_ELSEWHERE);
        assertThat(preflightWithToken("A", pretending))
                .as("who says to be the proxy")
                .isEqualTo(403);

        assertThat(preflightWithToken("B", certificate("first"))).isEqualTo(200);
        assertThat(one("select credential_kind from santa.device where machine_id = 'B'"))
                .isEqualTo("SECRET");
    }

    @Test
    void aMacThatIsToldToFetchATokenSyncs() {
        List<String> calls = new ArrayList<>();
        Transport noting = call -> {
            Answer answer = HttpTransport.shared().send(call);
            calls.add(call.uri().getPath().split("/")[3] + " " + answer.status());
            return answer;
        };
        MacProfile profile = MacProfile.of(base(strict, secret), "A").build();

        SyncReport report = new SimulatedMac(profile, noting, new ManualClock(Instant.EPOCH)).sync();

        assertThat(report.failure()).isEmpty();
        assertThat(calls)
                .containsExactly("preflight 403", "xsrf 200", "preflight 200", "ruledownload 200", "postflight 200");
    }

    @Test
    void onlyItsOwnTokenServesAMac() throws Exception {
        OrganizationScope other = fixture.organization();
        String foreign = fixture.secret(other, fixture.enrolment(other, null, List.of()));
        String own = token(secret, "A");

        for (String wrong : List.of("", "forged", own + "A", token(secret, "B"), token(foreign, "A"))) {
            for (Stage stage : List.of(Stage.PREFLIGHT, Stage.EVENTUPLOAD, Stage.RULEDOWNLOAD, Stage.POSTFLIGHT)) {
                assertThat(post(strict, secret, stage, "A", Map.of(XsrfTokens.HEADER, wrong)))
                        .as("%s with %s", stage, wrong)
                        .isEqualTo(403);
            }
        }
        assertThat(one("select count(*)::text from santa.device")).isEqualTo("0");
        assertThat(post(strict, secret, Stage.PREFLIGHT, "A", Map.of(XsrfTokens.HEADER, own)))
                .isEqualTo(200);
    }

    private int preflight(AnotherNode node, String machine, Map<String, String> headers) throws Exception {
        return post(node, secret, Stage.PREFLIGHT, machine, headers);
    }

    private int preflightWithToken(String machine, Map<String, String> headers) throws Exception {
        Map<String, String> all = new TreeMap<>(headers);
        all.put(XsrfTokens.HEADER, token(secret, machine));
        return preflight(strict, machine, all);
    }

    private String token(String ofSecret, String machine) throws Exception {
        return send(strict, ofSecret, Stage.XSRF, machine, Map.of())
                .headers()
                .firstValue(XsrfTokens.HEADER)
                .orElseThrow();
    }

    private int post(AnotherNode node, String withSecret, Stage stage, String machine, Map<String, String> headers)
            throws Exception {
        return send(node, withSecret, stage, machine, headers).statusCode();
    }

    private HttpResponse<Void> send(
            AnotherNode node, String withSecret, Stage stage, String machine, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base(node, withSecret) + "/" + stage.segment() + "/" + machine))
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        headers.forEach(request::setHeader);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private static URI base(AnotherNode node, String withSecret) {
        return URI.create("http://127.0.0.1:" + node.port() + "/santa/" + withSecret);
    }

    /** As nginx passes it on in {@code $ssl_client_escaped_cert}. */
    private static Map<String, String> certificate(String name) throws IOException {
        String pem = Files.readString(Path.of("src/test/resources/certificates/" + name + "-mac.pem"));
        return proxied(URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20"));
    }

    private static Map<String, String> proxied(String certificate) {
        return Map.of(HEADER, certificate, FORWARDED, "203.0.113.7");
    }

    private String one(String query) {
        return fixture.write(
                scope, () -> fixture.jdbc().sql(query).query(String.class).single());
    }
}
