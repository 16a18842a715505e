package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.demo.DemoState.Enrolment;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.Software;
import io.gatehouse.testkit.product.Account;
import io.gatehouse.testkit.product.ApiClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Gives one organization its tags, enrolments, configuration and rules, as its admin would. */
final class Furnishing {
    private final String organization;
    private final String path;
    private final ApiClient client;
    private final Map<String, String> tags = new HashMap<>();
    private final List<Enrolment> enrolments = new ArrayList<>();

    Furnishing(URI address, String organization, String id, Account admin) {
        this.organization = organization;
        this.path = "/api/organizations/" + id;
        this.client = ApiClient.signedIn(address, admin);
    }

    List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }

    Furnishing tag(String name, String description, String color) {
        JsonNode tag = client.post(path + "/tags", Map.of("name", name, "description", description, "color", color));
        tags.put(name, tag.get("id").asString());
        return this;
    }

    Furnishing enrolment(String name, int macs, String... tagNames) {
        List<String> ids = List.of(tagNames).stream().map(this::tagId).toList();
        JsonNode answer = client.post(path + "/enrolments", Map.of("name", name, "tagIds", ids));
        enrolments.add(
                new Enrolment(organization, name, answer.get("syncBaseUrl").asString(), macs));
        return this;
    }

    /** A team with its lead, who decides the requests of its people. */
    Furnishing team(String name, Account lead, Account... people) {
        String team = client.post(path + "/teams", Map.of("name", name))
                .get("team")
                .get("id")
                .asString();
        join(team, lead, true);
        List.of(people).forEach(person -> join(team, person, false));
        return this;
    }

    private void join(String team, Account account, boolean lead) {
        String person = client.get(path + "/people?text=" + account.email())
                .get("items")
                .get(0)
                .get("id")
                .asString();
        client.put(path + "/teams/" + team + "/people/" + person, Map.of("lead", lead));
    }

    private String tagId(String name) {
        String id = tags.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no tag " + name + " at " + organization);
        }
        return id;
    }

    Furnishing configuration(Map<String, Object> settings) {
        configure("organization", "ORGANIZATION", "", settings);
        return this;
    }

    Furnishing tagConfiguration(String tag, Map<String, Object> settings) {
        configure("tags/" + tagId(tag), "TAG", tagId(tag), settings);
        return this;
    }

    private void configure(String address, String kind, String tagId, Map<String, Object> settings) {
        Map<String, Object> body = Map.of("settings", settings, "version", version(kind, tagId));
        client.put(path + "/configurations/" + address, body);
    }

    /** The version that the scope's configuration has now, 0 where it has none yet. */
    private int version(String kind, String tagId) {
        for (JsonNode configuration : client.get(path + "/configurations")) {
            JsonNode scope = configuration.path("scope");
            if (scope.path("kind").asString("").equals(kind)
                    && scope.path("tag").path("id").asString("").equals(tagId)) {
                return configuration.path("version").asInt(0);
            }
        }
        return 0;
    }

    /** Allows what a maker signs, for the whole organization. */
    Furnishing trust(String maker) {
        return rule(RuleType.TEAMID, Software.maker(maker).teamId(), "ALLOWLIST", Map.of("comment", "All of " + maker));
    }

    Furnishing rule(RuleType type, String identifier, String policy, Map<String, Object> more) {
        return post(type, identifier, policy, Map.of("kind", "ORGANIZATION"), more);
    }

    Furnishing tagRule(String tag, RuleType type, String identifier, String policy, Map<String, Object> more) {
        return post(type, identifier, policy, Map.of("kind", "TAG", "tagId", tagId(tag)), more);
    }

    private Furnishing post(
            RuleType type, String identifier, String policy, Map<String, Object> scope, Map<String, Object> more) {
        Map<String, Object> rule = new HashMap<>(more);
        rule.put("ruleType", type.name());
        rule.put("identifier", identifier);
        rule.put("policy", policy);
        rule.put("scope", scope);
        client.post(path + "/rules", rule);
        return this;
    }
}
