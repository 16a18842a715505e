package io.gatehouse.santa.sync;

import io.gatehouse.testing.ChildServer;
import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.history.ServerUnderTest;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.product.Account;
import io.gatehouse.testkit.product.ApiClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A server in a process of its own for the testkit's histories: everything goes through its API, as its admin does it. */
final class ChildFleetServer implements ServerUnderTest {

    private static final Account ADMIN =
            new Account("Acme", "SECURITY_ADMIN", "admin@acme.test", "Ada", "a pass phrase for tests");
    private static final Account OPERATOR =
            new Account("", "OPERATOR", "operator@acme.test", "Olu", "another pass phrase for tests");

    private final ApiClient admin;
    private final UUID organization;
    private final URI syncBaseUrl;
    private final Map<String, String> tags = new HashMap<>();
    private final Map<Place, JsonNode> rules = new HashMap<>();

    private record Place(IntendedPolicy.Scope scope, RuleType type, String identifier) {

        static Place of(IntendedPolicy.Rule rule) {
            return new Place(rule.scope(), rule.type(), rule.identifier());
        }
    }

    ChildFleetServer(ChildServer server) throws InterruptedException {
        JsonNode founded = ApiClient.anonymous(server.address())
                .post(
                        "/api/setup",
                        Map.of(
                                "code", server.firstRunCode(),
                                "operator", person(OPERATOR),
                                "organization", Map.of("name", ADMIN.organization(), "kind", "ENTERPRISE"),
                                "admin", person(ADMIN)));
        this.organization =
                UUID.fromString(founded.get("organization").get("id").asString());
        this.admin = ApiClient.signedIn(server.address(), ADMIN);
        JsonNode enrolment = admin.post(path("enrolments"), Map.of("name", "All", "tagIds", List.of()));
        this.syncBaseUrl = URI.create(enrolment.get("syncBaseUrl").asString());
    }

    UUID organization() {
        return organization;
    }

    @Override
    public void createTags(List<String> names) {
        for (String name : names) {
            JsonNode tag = admin.post(path("tags"), Map.of("name", name, "color", "#336699"));
            tags.put(name, tag.get("id").asString());
        }
    }

    @Override
    public void standalone() {
        admin.put(
                path("configurations/organization"),
                Map.of("settings", Map.of("clientMode", "STANDALONE", "enableTransitiveRules", true)));
    }

    @Override
    public MacProfile.Builder newMac(String machineId) {
        return MacProfile.of(syncBaseUrl, machineId);
    }

    @Override
    public void setTags(String machineId, Set<String> names) {
        List<String> ids = names.stream().map(tags::get).toList();
        admin.put(path("devices/" + device(machineId) + "/tags"), Map.of("tagIds", ids));
    }

    @Override
    public void write(IntendedPolicy.Rule rule) {
        Map<String, Object> body = new HashMap<>();
        body.put("ruleType", rule.type().name());
        body.put("identifier", rule.identifier());
        body.put("policy", rule.policy().name());
        body.put("scope", scope(rule.scope()));
        if (!rule.cel().isEmpty()) {
            body.put("celExpression", rule.cel());
        }
        Map.of(
                        "customMessage", rule.texts().message(),
                        "customUrl", rule.texts().url(),
                        "buttonLabel", rule.texts().buttonLabel())
                .forEach((name, text) -> {
                    if (!text.isEmpty()) {
                        body.put(name, text);
                    }
                });
        rules.compute(Place.of(rule), (_, known) -> known == null ? create(body) : update(known, body));
    }

    private JsonNode create(Map<String, Object> body) {
        return admin.post(path("rules"), body);
    }

    private JsonNode update(JsonNode known, Map<String, Object> body) {
        body.put("version", known.get("version").asInt());
        return admin.put(path("rules/" + known.get("id").asString()), body);
    }

    @Override
    public void delete(IntendedPolicy.Rule rule) {
        JsonNode known = rules.remove(Place.of(rule));
        admin.delete(path("rules/" + known.get("id").asString() + "?version="
                + known.get("version").asInt()));
    }

    private Map<String, String> scope(IntendedPolicy.Scope scope) {
        return switch (scope) {
            case IntendedPolicy.Organization() -> Map.of("kind", "ORGANIZATION");
            case IntendedPolicy.Tag tag -> Map.of("kind", "TAG", "tagId", tags.get(tag.name()));
            case IntendedPolicy.Device device -> Map.of("kind", "DEVICE", "deviceId", device(device.machineId()));
        };
    }

    private String device(String machineId) {
        for (JsonNode device : admin.get(path("devices?text=" + machineId)).get("items")) {
            if (device.get("machineId").asString().equals(machineId)) {
                return device.get("id").asString();
            }
        }
        throw new IllegalStateException("the server knows no device " + machineId);
    }

    private String path(String rest) {
        return "/api/organizations/" + organization + "/" + rest;
    }

    private static Map<String, String> person(Account account) {
        return Map.of("email", account.email(), "displayName", account.displayName(), "password", account.password());
    }
}
