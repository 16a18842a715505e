package io.gatehouse.santa.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** An organization in which people of several departments own Macs and vote on one file. */
abstract class VotingScene {

    static final String O = "/api/organizations/{o}";
    static final String SETTINGS = O + "/voting-settings";
    static final String BAD = "It sends the address book away";
    static final Map<String, Object> EVERYWHERE = Map.of("kind", "ORGANIZATION");

    final TestOrganizations organizations;
    final Macs macs;

    TestOrganization acme;
    Api admin;
    SignedFile app;

    VotingScene(TestOrganizations organizations, Macs macs) {
        this.organizations = organizations;
        this.macs = macs;
    }

    /** Two votes grant locally, three propose; a department brings what it likes. */
    @BeforeEach
    final void votingIsOpen() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
        app = Macs.signed("Figures");
        macs.file(acme.scope(), app);
        settings(true, 2, 3, 2, 100);
    }

    /** Somebody of a department with a Mac on which the file was blocked. */
    final class Voter {

        final PersonRef person;
        final Api api;
        final UUID mac;

        Voter(String department) {
            this(department, Role.END_USER);
        }

        Voter(String department, Role role) {
            person = acme.another(role);
            api = acme.as(person);
            mac = macs.device(acme.scope(), "mac-" + UUID.randomUUID(), person);
            macs.block(acme.scope(), mac, app, Instant.now());
            Map<String, Object> profile =
                    new HashMap<>(Map.of("department", department, "title", "", "costCenter", ""));
            profile.put("managerId", null);
            Api.Answer answer = admin.put(O + "/people/" + person.id() + "/profile", profile);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }

        Api.Answer up() {
            return vote("UP", null);
        }

        Api.Answer vote(String side, String reason) {
            return api.post(votes(), VotingScene.this.vote(side, reason));
        }

        JsonNode page() {
            return api.get(votes()).json();
        }
    }

    String votes() {
        return O + "/votes/" + app.sha256();
    }

    Map<String, Object> vote(String side, String reason) {
        Map<String, Object> vote = new HashMap<>();
        vote.put("ruleType", "BINARY");
        vote.put("identifier", app.sha256());
        vote.put("side", side);
        vote.put("reason", reason);
        return vote;
    }

    /** The exact file among the ways to allow it. */
    static JsonNode option(JsonNode page) {
        return page.at("/options")
                .valueStream()
                .filter(option -> option.at("/ruleType").asString().equals("BINARY"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page));
    }

    static int tally(JsonNode page, String field) {
        return option(page).at("/ballot/tally" + field).asInt();
    }

    List<JsonNode> rules() {
        return admin.get(O + "/rules?limit=100")
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    List<UUID> devices() {
        return rules().stream()
                .map(rule -> UUID.fromString(rule.at("/scope/device/id").asString()))
                .toList();
    }

    List<JsonNode> requests() {
        return admin.get(O + "/requests").json().at("/items").valueStream().toList();
    }

    static List<JsonNode> list(Api who, String state) {
        return who.get(O + "/ballots?limit=1&state=" + state)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    static String request(JsonNode request) {
        return O + "/requests/" + request.at("/id").asString();
    }

    static String problem(Api.Answer answer) {
        return answer.status() < 300 ? "" : answer.json().at("/type").asString();
    }

    void rule(String type, String identifier, Map<String, Object> scope) {
        Api.Answer answer = admin.post(
                O + "/rules",
                Map.of("ruleType", type, "identifier", identifier, "policy", "BLOCKLIST", "scope", scope));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    void settings(boolean open, int local, int proposal, int condemnation, int share) {
        Api.Answer answer = put(settingsOf(open, local, proposal, condemnation, share));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    Api.Answer put(Map<String, Object> settings) {
        int version = admin.get(SETTINGS).json().at("/version").asInt();
        return admin.put(SETTINGS, Map.of("version", version, "settings", settings));
    }

    static Map<String, Object> settingsOf(boolean open, int local, int proposal, int condemnation, int share) {
        Map<String, Object> enough = enough(local, proposal, condemnation);
        Map<String, Object> team = new HashMap<>(enough);
        team.put("local", null);
        return new HashMap<>(Map.of(
                "open",
                open,
                "thresholds",
                Map.of("BINARY", enough, "SIGNINGID", enough, "TEAMID", team),
                "weights",
                Map.of(),
                "largestShare",
                share));
    }

    static Map<String, Object> enough(int local, int proposal, int condemnation) {
        return Map.of("local", local, "proposal", proposal, "condemnation", condemnation);
    }

    /** Votes first, then one who decides. */
    void publish() {
        String policies = O + "/approval-policies/SOFTWARE";
        Map<String, Object> group = Map.of(
                "kind", "GROUP",
                "name", "Deciders",
                "seats",
                        List.of(Map.of(
                                "who", Map.of("kind", "PERMISSION", "permission", "request.decide"), "weight", 1)),
                "fallback", List.of(),
                "quorum", Map.of("kind", "MINIMUM", "people", 1));
        Map<String, Object> path = new HashMap<>(Map.of(
                "stages",
                List.of(stage("votes", List.of(), Map.of("kind", "VOTES")), stage("decision", List.of("votes"), group)),
                "separation",
                List.of("REQUESTER"),
                "expiry",
                "P30D",
                "freshness",
                "P7D"));
        path.put("emergency", null);
        Map<String, Object> policy = Map.of("name", "Votes first", "routes", List.of(), "otherwise", path);
        JsonNode draft = admin.put(policies + "/draft", Map.of("version", 0, "policy", policy))
                .json();
        Api.Answer published = admin.post(
                policies + "/publish", Map.of("draft", draft.at("/version").asInt()));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    static Map<String, Object> stage(String id, List<String> after, Map<String, Object> requirement) {
        Map<String, Object> stage = new HashMap<>(Map.of(
                "id", id,
                "name", id,
                "after", after,
                "requirement", requirement,
                "veto", "ENDS",
                "keeps", List.of(),
                "escalations", List.of()));
        stage.put("when", null);
        return stage;
    }
}
