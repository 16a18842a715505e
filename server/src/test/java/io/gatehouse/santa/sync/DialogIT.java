package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.rules.RuleTexts;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Software;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a person at a Mac reads: the block dialog, and the notice that something is now allowed. */
@ServerTest
final class DialogIT {

    private static final String TEAM = "ABCDEFGHIJ";

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private final TestOrganizations organizations;
    private TestOrganization organization;
    private FleetServer server;
    private Api admin;

    @LocalServerPort
    private int port;

    @Autowired
    DialogIT(SantaFixture fixture, PolicyPublisher publisher, TestOrganizations organizations) {
        this.fixture = fixture;
        this.publisher = publisher;
        this.organizations = organizations;
    }

    @BeforeEach
    void aLockedOrganization() {
        organization = organizations.enterprise();
        server = new FleetServer(fixture, publisher, port, organization.scope());
        admin = organization.as(Role.SECURITY_ADMIN);
        Api.Answer set = admin.put(
                "/api/organizations/{o}/configurations/organization",
                Map.of("settings", Map.of("clientMode", "LOCKDOWN", "eventDetailText", "Ask us")));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026.7.1, https://help.example/?m=%machine_id%, Ask the desk, Ask us",
        "2026.6.1, https://help.example/?m=%machine_id%, '', Ask us",
        "2025.11, https://help.example/?m=%machine_id%, '', ''",
        "2022.5, '', '', ''"
    })
    void theTextsOfARuleReachEachClientThatKnowsThem(String version, String url, String label, String text) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("ruleType", "TEAMID");
        rule.put("identifier", TEAM);
        rule.put("policy", "BLOCKLIST");
        rule.put("scope", Map.of("kind", "ORGANIZATION"));
        rule.put("customMessage", "<b>Not</b> here");
        rule.put("customUrl", "https://help.example/?m=%machine_id%");
        rule.put("buttonLabel", "Ask the desk");
        Api.Answer created = admin.post("/api/organizations/{o}/rules", rule);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        SimulatedMac mac = mac(version);

        assertThat(mac.sync().failure()).isEmpty();

        assertThat(mac.rules())
                .singleElement()
                .satisfies(row -> assertThat(row.texts()).isEqualTo(new RuleTexts("<b>Not</b> here", url, label)));
        assertThat(mac.settings().eventDetailText()).isEqualTo(text);
        assertThat(mac.settings().eventDetailUrl().isEmpty()).isEqualTo(text.isEmpty());
    }

    @Test
    void aChangedTextAloneReachesAMacThatHoldsTheRule() {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("ruleType", "TEAMID");
        rule.put("identifier", TEAM);
        rule.put("policy", "BLOCKLIST");
        rule.put("scope", Map.of("kind", "ORGANIZATION"));
        String id = admin.post("/api/organizations/{o}/rules", rule)
                .json()
                .get("id")
                .asString();
        SimulatedMac mac = mac("2026.7.1");
        mac.sync();
        mac.sync();
        rule.put("customMessage", "Said later");
        rule.put("version", 1);
        Api.Answer changed = admin.put("/api/organizations/{o}/rules/" + id, rule);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        SyncReport taking = mac.sync();

        assertThat(taking.rulesReceived()).isEqualTo(1);
        assertThat(mac.rules().iterator().next().texts().message()).isEqualTo("Said later");
    }

    @ParameterizedTest
    @CsvSource({"2026.7.1, true", "2025.4.1, true", "2025.3.1, false"})
    void aPendingRequestShortensTheIntervalAndItsApprovalIsToldOnce(String version, boolean told) {
        SimulatedMac mac = mac(version);
        mac.sync();
        Duration usual = mac.settings().fullSyncInterval();
        assertThat(usual).isGreaterThan(Duration.ofMinutes(3));
        UUID device = server.device("mac");
        own(device);
        Binary tool = Software.tool(Software.maker("Tinker"), "tinkerbox", "1");
        assertThat(mac.execute(tool, "someone").blocked()).isTrue();
        assertThat(mac.lastUploadProblem()).isEmpty();
        Api person = organization.as(Role.END_USER);
        String event = person.get("/api/organizations/{o}/my/blocks")
                .json()
                .at("/items/0/event/id")
                .asString();
        Api.Answer asked = person.post(
                "/api/organizations/{o}/requests",
                Map.of("eventId", event, "justification", "I need it for the quarterly figures"));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);

        mac.sync();
        assertThat(mac.settings().fullSyncInterval()).isEqualTo(Duration.ofMinutes(1));

        approve("/api/organizations/{o}/requests/" + asked.json().at("/id").asString());
        SyncReport taking = mac.sync();
        SyncReport after = mac.sync();

        assertThat(taking.notices()).isEqualTo(told ? List.of(tool.fileName() + " is now allowed") : List.of());
        assertThat(after.notices()).isEmpty();
        assertThat(mac.settings().fullSyncInterval()).isEqualTo(usual);
        assertThat(mac.execute(tool, "someone").blocked()).isFalse();
    }

    private void approve(String path) {
        JsonNode request = admin.get(path).json();
        JsonNode proposal = request.at("/proposals")
                .valueStream()
                .filter(each -> each.at("/recommended").asBoolean())
                .findFirst()
                .orElseThrow();
        Api.Answer approved = admin.post(
                path + "/approve",
                Map.of(
                        "ruleType", proposal.at("/ruleType").asString(),
                        "identifier", proposal.at("/identifier").asString(),
                        "scope", Map.of("kind", "ORGANIZATION"),
                        "policy", "ALLOWLIST",
                        "contentHash", request.at("/contentHash").asString()));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    private void own(UUID device) {
        fixture.write(
                server.scope(),
                () -> fixture.jdbc()
                        .sql("update santa.device set owner_id = ? where id = ?")
                        .params(organization.person(Role.END_USER).id().value(), device)
                        .update());
    }

    private SimulatedMac mac(String version) {
        return new SimulatedMac(
                server.newMac("mac").version(version).build(), HttpTransport.shared(), new ManualClock(Instant.now()));
    }
}
