package io.gatehouse.santa.devices;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.TestOrganization;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Random steps of admins, people and Macs; what is refused is part of the history as well. */
final class DevicesHistory {

    private static final String ORGANIZATION = "/api/organizations/{o}";
    private static final Api.Answer NOTHING_THERE = new Api.Answer(404, HttpHeaders.of(Map.of(), (_, _) -> true), "");

    private final TestOrganization organization;
    private final Random random;
    private final Api admin;
    private final List<Api> people;
    private final List<String> secrets = new ArrayList<>();
    private final Set<String> worked = new HashSet<>();
    private final Map<String, Supplier<Api.Answer>> actions = new LinkedHashMap<>();

    DevicesHistory(TestOrganization organization, long seed) {
        this.organization = organization;
        this.random = new Random(seed);
        this.admin = organization.as(Role.SECURITY_ADMIN);
        this.people =
                List.of(organization.as(Role.END_USER), organization.as(Role.TEAM_LEAD), organization.as(Role.AUDITOR));
        tags();
        enrolments();
        macs();
        owners();
        settingsAndRules();
    }

    void run(int steps) {
        List<String> names = List.copyOf(actions.keySet());
        List.of("tag", "enrolment", "enrol", "tag", "enrol").forEach(this::act);
        IntStream.range(0, steps).forEach(_ -> act(any(names)));
    }

    /** Names of the actions that were always refused. */
    Set<String> actionsThatNeverWorked() {
        Set<String> refused = new TreeSet<>(actions.keySet());
        refused.removeAll(worked);
        return refused;
    }

    private void act(String name) {
        if (actions.get(name).get().status() < 300) {
            worked.add(name);
        }
    }

    private void tags() {
        actions.put("tag", () -> admin.post(ORGANIZATION + "/tags", tag()));
        actions.put("change tag", () -> onAny("/tags", path -> admin.put(path, tag())));
        actions.put(
                "delete tag",
                () -> random.nextInt(3) > 0
                        ? NOTHING_THERE
                        : onAny("/tags", path -> admin.delete(path + "?force=" + (random.nextInt(4) > 0))));
        actions.put("order", () -> {
            List<String> ids = new ArrayList<>(ids("/tags"));
            Collections.shuffle(ids, random);
            return admin.put(ORGANIZATION + "/tags/order", Map.of("ids", ids));
        });
    }

    private void enrolments() {
        actions.put(
                "enrolment",
                () -> issued(admin.post(
                        ORGANIZATION + "/enrolments",
                        Map.of("name", "Way " + random.nextInt(40), "tagIds", some("/tags"), "maximumDevices", 20))));
        actions.put(
                "rotate",
                () -> onAny(
                        "/enrolments",
                        path -> issued(admin.post(
                                path + "/secrets", Map.of("retireOthersAfter", any(List.of("PT0S", "P3D", "P9D")))))));
        actions.put(
                "retire secret",
                () -> onAny("/enrolments", path -> {
                    JsonNode secret = anyOf(admin.get(ORGANIZATION + "/enrolments")
                            .json()
                            .valueStream()
                            .filter(enrolment ->
                                    path.endsWith(enrolment.get("id").asString()))
                            .flatMap(enrolment -> enrolment.get("secrets").valueStream())
                            .toList());
                    return secret == null
                            ? NOTHING_THERE
                            : admin.delete(path + "/secrets/" + secret.get("id").asString());
                }));
        actions.put(
                "revoke",
                () -> random.nextInt(3) > 0
                        ? NOTHING_THERE
                        : onAny("/enrolments", path -> admin.post(path + "/revoke", Map.of("reason", "It leaked"))));
    }

    private void macs() {
        actions.put("enrol", () -> preflight("mac-" + random.nextInt(25)));
        actions.put("bind anew", () -> {
            JsonNode device = anyOf(items("/devices"));
            if (device == null) {
                return NOTHING_THERE;
            }
            admin.post(path("/devices", device) + "/release-credential", Map.of("reason", "Reinstalled"));
            return preflight(device.get("machineId").asString());
        });
        actions.put(
                "release",
                () -> onAny("/devices", path -> admin.post(path + "/release-credential", Map.of("reason", "Sold"))));
        actions.put(
                "retire",
                () -> random.nextInt(3) > 0
                        ? NOTHING_THERE
                        : onAny("/devices", path -> admin.delete(path, Map.of("reason", "Broken"))));
        actions.put(
                "retag", () -> onAny("/devices", path -> admin.put(path + "/tags", Map.of("tagIds", some("/tags")))));
        actions.put(
                "bulk",
                () -> admin.post(
                        ORGANIZATION + "/devices/bulk",
                        Map.of(
                                "ids",
                                some("/devices"),
                                "tagIds",
                                some("/tags"),
                                "action",
                                any(List.of("ADD_TAGS", "REMOVE_TAGS")))));
        actions.put(
                "clean",
                () -> onAny(
                        "/devices",
                        path -> admin.post(
                                path + "/clean-sync",
                                Map.of("kind", any(List.of("CLEAN", "CLEAN_ALL")), "reason", "Drifted"))));
        actions.put("withdraw clean", () -> onAny("/devices", path -> admin.delete(path + "/clean-sync")));
    }

    private void owners() {
        actions.put(
                "owner",
                () -> onAny(
                        "/devices",
                        path -> admin.put(
                                path + "/owner",
                                Collections.singletonMap(
                                        "personId",
                                        random.nextBoolean()
                                                ? null
                                                : organization
                                                        .person(any(List.of(Role.END_USER, Role.AUDITOR)))
                                                        .id()))));
        actions.put("claim", () -> {
            JsonNode device = anyOf(items("/devices").stream()
                    .filter(mac -> mac.get("owner").isNull())
                    .toList());
            return device == null
                    ? NOTHING_THERE
                    : any(people)
                            .post(
                                    ORGANIZATION + "/my/ownership-claims",
                                    Map.of("machineId", device.get("machineId").asString()));
        });
        actions.put("confirm claim", () -> onAny("/ownership-claims", path -> admin.post(path + "/confirm")));
        actions.put(
                "refuse claim",
                () -> onAny("/ownership-claims", path -> admin.post(path + "/refuse", Map.of("reason", "Not theirs"))));
    }

    private void settingsAndRules() {
        actions.put("settings", () -> configure("/organization"));
        actions.put("tag settings", () -> onAny("/tags", path -> configure("/tags/" + last(path))));
        actions.put("device settings", () -> onAny("/devices", path -> configure("/devices/" + last(path))));
        actions.put(
                "delete settings",
                () -> onAny(
                        any(List.of("/tags", "/devices")),
                        path -> admin.delete(
                                ORGANIZATION + "/configurations" + path.substring(ORGANIZATION.length()))));
        actions.put("tag rule", () -> onAny("/tags", path -> rule(Map.of("kind", "TAG", "tagId", last(path)))));
        actions.put(
                "device rule", () -> onAny("/devices", path -> rule(Map.of("kind", "DEVICE", "deviceId", last(path)))));
    }

    private Api.Answer configure(String scope) {
        int version = admin.get(ORGANIZATION + "/configurations")
                .json()
                .valueStream()
                .filter(known -> scope.equals("/organization")
                        ? known.at("/scope/kind").asString().equals("ORGANIZATION")
                        : known.get("scope").toString().contains(last(scope)))
                .mapToInt(known -> known.get("version").asInt())
                .findFirst()
                .orElse(0);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("batchSize", random.nextBoolean() ? null : random.nextInt(1, 500));
        settings.put("clientMode", any(List.of("MONITOR", "LOCKDOWN")));
        settings.put("enableBundles", random.nextBoolean());
        if (random.nextBoolean()) {
            settings.put("removableMedia", Map.of("action", "REMOUNT", "remountFlags", List.of("rdonly", "noexec")));
        }
        return admin.put(
                ORGANIZATION + "/configurations" + scope,
                Map.of("settings", settings, "version", random.nextInt(5) == 0 ? version + 1 : version));
    }

    private Api.Answer rule(Map<String, String> scope) {
        return admin.post(
                ORGANIZATION + "/rules",
                Map.of(
                        "ruleType",
                        "BINARY",
                        "identifier",
                        "%064x".formatted(random.nextInt(20)),
                        "policy",
                        "BLOCKLIST",
                        "scope",
                        scope));
    }

    private Map<String, String> tag() {
        return Map.of("name", "Tag " + random.nextInt(9), "description", "d" + random.nextInt(3), "color", "#00aa00");
    }

    private Api.Answer issued(Api.Answer answer) {
        if (answer.status() < 300) {
            secrets.add(answer.json().get("secret").asString());
        }
        return answer;
    }

    private Api.Answer preflight(String machine) {
        return secrets.isEmpty()
                ? NOTHING_THERE
                : organization
                        .anonymous()
                        .post("/santa/" + any(secrets) + "/preflight/" + machine, "{\"santa_version\":\"2026.7.1\"}");
    }

    private interface Step {
        Api.Answer at(String path);
    }

    private Api.Answer onAny(String list, Step step) {
        JsonNode thing = anyOf(items(list));
        return thing == null ? NOTHING_THERE : step.at(path(list, thing));
    }

    private List<JsonNode> items(String list) {
        JsonNode answer = admin.get(ORGANIZATION + list).json();
        return (answer.isArray() ? answer : answer.get("items")).valueStream().toList();
    }

    private List<String> ids(String list) {
        return items(list).stream().map(thing -> thing.get("id").asString()).toList();
    }

    private List<String> some(String list) {
        return ids(list).stream().filter(_ -> random.nextInt(3) == 0).toList();
    }

    private static String path(String list, JsonNode thing) {
        return ORGANIZATION + list + "/" + thing.get("id").asString();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private JsonNode anyOf(List<JsonNode> all) {
        return all.isEmpty() ? null : any(all);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
