package io.gatehouse.santa.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.HttpTransport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Mac that makes up a rules hash is sent everything that it shall hold, and learns nothing of anybody else's rules. */
@ServerTest
final class StrangeHashIT {

    private static final String ALL = "1";
    private static final String ALL_ONCE = "2";
    private static final String PILOT = "3";
    private static final String DESIGN = "4";
    private static final String OTHER_MAC = "5";
    private static final String OWN_ONCE = "6";

    private final JsonMapper json = JsonMapper.builder().build();
    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private FleetServer server;
    private int hashes;

    @LocalServerPort
    private int port;

    @Autowired
    StrangeHashIT(SantaFixture fixture, PolicyPublisher publisher) {
        this.fixture = fixture;
        this.publisher = publisher;
    }

    @BeforeEach
    void rulesForManyAndForOthers() throws Exception {
        server = new FleetServer(fixture, publisher, port);
        server.createTags(List.of("pilot", "design"));
        preflight("curious");
        preflight("other");
        server.setTags("other", Set.of("pilot", "design"));
        write(new IntendedPolicy.Organization(), ALL);
        write(new IntendedPolicy.Organization(), ALL_ONCE);
        server.delete(rule(new IntendedPolicy.Organization(), ALL_ONCE));
        write(new IntendedPolicy.Tag("pilot", 0), PILOT);
        write(new IntendedPolicy.Tag("design", 1), DESIGN);
        write(new IntendedPolicy.Device("other"), OTHER_MAC);
    }

    @Test
    void aStrangerToAllTagsIsToldOfTheOrganizationsRulesOnly() throws Exception {
        assertThat(sent("curious")).isEqualTo(Map.of(ALL, "BLOCKLIST", ALL_ONCE, "REMOVE"));
        assertThat(sent("new")).isEqualTo(Map.of(ALL, "BLOCKLIST", ALL_ONCE, "REMOVE"));
    }

    @Test
    void whoCarriedATagOrHadARuleIsHealedOfThem() throws Exception {
        server.setTags("curious", Set.of("pilot"));
        write(new IntendedPolicy.Device("curious"), OWN_ONCE);
        server.delete(rule(new IntendedPolicy.Device("curious"), OWN_ONCE));
        server.setTags("curious", Set.of());

        assertThat(sent("curious"))
                .isEqualTo(Map.of(ALL, "BLOCKLIST", ALL_ONCE, "REMOVE", PILOT, "REMOVE", OWN_ONCE, "REMOVE"));
    }

    @Test
    void manyTagsOneAfterAnotherAreAllRemembered() throws Exception {
        server.setTags("curious", Set.of("pilot"));
        server.setTags("curious", Set.of("design"));
        server.setTags("curious", Set.of());

        assertThat(sent("curious")).containsOnlyKeys(ALL, ALL_ONCE, PILOT, DESIGN);
    }

    /** Policies by the digit that their identifiers are made of. */
    private Map<String, String> sent(String machine) throws Exception {
        preflight(machine);
        JsonNode rules =
                json.readTree(call("ruledownload", machine, "{}").body()).path("rules");
        Map<String, String> sent = new TreeMap<>();
        rules.forEach(rule -> sent.put(
                rule.get("identifier").asString().substring(0, 1),
                rule.get("policy").asString()));
        return sent;
    }

    private void preflight(String machine) throws Exception {
        assertThat(call("preflight", machine, """
                                {"santa_version": "2026.7.1", "rulesHash": "%032x"}
                                """.formatted(++hashes)).status()).isEqualTo(200);
    }

    private Answer call(String stage, String machine, String body) throws Exception {
        return HttpTransport.shared().send(RawCalls.json(server.syncBaseUrl(), stage, machine, body));
    }

    private void write(IntendedPolicy.Scope scope, String digit) {
        server.write(rule(scope, digit));
    }

    private static IntendedPolicy.Rule rule(IntendedPolicy.Scope scope, String digit) {
        return IntendedPolicy.Rule.of(scope, RuleType.BINARY, digit.repeat(64), RulePolicy.BLOCKLIST);
    }
}
