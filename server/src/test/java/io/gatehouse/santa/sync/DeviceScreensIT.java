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
import io.gatehouse.testkit.fleet.SyncType;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the console shows of a device's rules and syncs. */
@ServerTest
final class DeviceScreensIT {

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private final TestOrganizations organizations;
    private TestOrganization organization;
    private FleetServer server;
    private SimulatedMac mac;
    private UUID device;
    private Api admin;

    @LocalServerPort
    private int port;

    @Autowired
    DeviceScreensIT(SantaFixture fixture, PolicyPublisher publisher, TestOrganizations organizations) {
        this.fixture = fixture;
        this.publisher = publisher;
        this.organizations = organizations;
    }

    @BeforeEach
    void aMacThatSyncs() {
        organization = organizations.enterprise();
        server = new FleetServer(fixture, publisher, port, organization.scope());
        server.createTags(List.of("pilot", "design"));
        mac = new SimulatedMac(
                server.newMac("mac-1").version("2025.4.1").build(),
                HttpTransport.shared(),
                new ManualClock(Instant.parse("2026-08-01T08:00:00Z")));
        mac.sync();
        device = server.device("mac-1");
        admin = organization.as(Role.SECURITY_ADMIN);
    }

    @Test
    void thePolicySaysWhichRuleWinsAndWhy() {
        server.setTags("mac-1", Set.of("pilot", "design"));
        write(new IntendedPolicy.Organization(), RulePolicy.BLOCKLIST);
        write(new IntendedPolicy.Tag("design", 1), RulePolicy.ALLOWLIST);
        write(new IntendedPolicy.Tag("pilot", 0), RulePolicy.SILENT_GUI_BLOCKLIST);

        JsonNode line = policy().get(0);

        assertThat(line.get("policy").asString()).isEqualTo("SILENT_GUI_BLOCKLIST");
        assertThat(line.get("sentAs").asString()).isEqualTo("BLOCKLIST");
        assertThat(line.at("/winner/scope/tag/name").asString()).isEqualTo("pilot");
        assertThat(line.get("why").asString()).contains("Tag pilot stands highest");
        assertThat(line.get("others")).hasSize(2);
        assertThat(line.at("/others/0/why").asString()).isEqualTo("Tag design stands below tag pilot.");
        assertThat(line.get("delivered").asBoolean()).isFalse();

        mac.sync();
        assertThat(policy().get(0).get("delivered").asBoolean()).isTrue();
    }

    @Test
    void theHistoryTellsSyncsThatCarriedRules() {
        write(new IntendedPolicy.Organization(), RulePolicy.BLOCKLIST);
        mac.sync();
        mac.sync();

        JsonNode sessions = admin.get("/api/organizations/{o}/devices/" + device + "/syncs")
                .json()
                .get("items");

        JsonNode last = sessions.get(0);
        assertThat(last.get("outcome").asString()).isEqualTo("COMPLETED");
        assertThat(last.get("rulesSent").asInt()).isEqualTo(1);
        assertThat(last.get("rulesProcessed").asInt()).isEqualTo(1);
        assertThat(last.get("bytesOut").asInt()).isPositive();
        assertThat(last.get("explanation").asString()).startsWith("The changes since the last sync");
    }

    @Test
    void anAdminsWishForACleanSyncIsFulfilledOnceAndStandsInTheBook() {
        write(new IntendedPolicy.Organization(), RulePolicy.BLOCKLIST);
        mac.sync();
        Api.Answer asked = admin.post(
                "/api/organizations/{o}/devices/" + device + "/clean-sync",
                Map.of("kind", "CLEAN_ALL", "reason", "It was repaired"));
        assertThat(asked.status()).isEqualTo(204);

        assertThat(mac.sync().type()).isEqualTo(SyncType.CLEAN_ALL);
        assertThat(mac.sync().type()).isEqualTo(SyncType.NORMAL);
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=device.request-clean-sync")
                        .json()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("It was repaired");
    }

    @Test
    void aWishNeedsAReasonAndAKindAndCanBeWithdrawn() {
        String path = "/api/organizations/{o}/devices/" + device + "/clean-sync";
        assertThat(admin.post(path, Map.of("kind", "CLEAN", "reason", " ")).status())
                .isEqualTo(422);
        assertThat(admin.post(path, Map.of("reason", "why")).status()).isEqualTo(422);
        admin.post(path, Map.of("kind", "CLEAN", "reason", "why"));

        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(mac.sync().type()).isEqualTo(SyncType.NORMAL);
    }

    @Test
    void anotherOrganizationsDeviceIsNotThere() {
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        for (String part : List.of("/policy", "/syncs")) {
            assertThat(stranger.get("/api/organizations/{o}/devices/" + device + part)
                            .status())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(stranger.post(
                                "/api/organizations/{o}/devices/" + device + "/clean-sync",
                                Map.of("kind", "CLEAN", "reason", "why"))
                        .status())
                .isEqualTo(404);
    }

    private JsonNode policy() {
        return admin.get("/api/organizations/{o}/devices/" + device + "/policy")
                .json()
                .get("items");
    }

    private void write(IntendedPolicy.Scope scope, RulePolicy policy) {
        server.write(IntendedPolicy.Rule.of(scope, RuleType.TEAMID, "ABCDEFGHIJ", policy));
    }
}
