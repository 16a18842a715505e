package io.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Three random histories of 80 steps each with people, their roles and the organization itself: whoever reads nothing
 * but the book's before and after knows the tables.
 */
@ServerTest
final class LedgerReplayIT {

    private static final int STEPS = 80;
    private static final List<String> ROLES = List.of("END_USER", "TEAM_LEAD", "AUDITOR", "SECURITY_ADMIN");
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York");

    private final TestOrganization acme;
    private final Api admin;
    private final List<PersonRef> people = new ArrayList<>();

    @Autowired
    LedgerReplayIT(TestOrganizations organizations) {
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333})
    void theBookAloneTellsTheTables(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            people.add(acme.another(Role.END_USER));
        }
        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
        Map<String, Map<String, JsonNode>> told = replay();
        comparePeople(told);
        compare(
                told,
                "organization " + acme.id(),
                admin.get("/api/organizations/{o}").json());
    }

    private void step(Random random) {
        String person = "/api/organizations/{o}/people/"
                + people.get(random.nextInt(people.size())).id();
        switch (random.nextInt(4)) {
            case 0 -> admin.put(person + "/roles", Map.of("roles", List.of(pick(random, ROLES), pick(random, ROLES))));
            case 1 -> admin.post(person + "/suspend", Map.of("reason", "step"));
            case 2 -> admin.post(person + "/resume");
            default ->
                admin.patch(
                        "/api/organizations/{o}",
                        Map.of("name", "Name " + random.nextInt(3), "timeZone", pick(random, ZONES)));
        }
    }

    private Map<String, Map<String, JsonNode>> replay() {
        Map<String, Map<String, JsonNode>> things = new HashMap<>();
        for (JsonNode entry : entries().reversed()) {
            String thing = entry.at("/object/type").asString() + " "
                    + entry.at("/object/id").asString();
            Map<String, JsonNode> known = things.computeIfAbsent(thing, _ -> new HashMap<>());
            entry.at("/before").propertyStream().forEach(field -> {
                if (known.containsKey(field.getKey())) {
                    assertThat(known.get(field.getKey()))
                            .as("%s before %s", field.getKey(), entry)
                            .isEqualTo(field.getValue());
                }
            });
            if (entry.at("/action").asString().endsWith(".delete")) {
                things.remove(thing);
            }
            entry.at("/after").propertyStream().forEach(field -> known.put(field.getKey(), field.getValue()));
        }
        return things;
    }

    private List<JsonNode> entries() {
        List<JsonNode> entries = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = admin.get("/api/organizations/{o}/ledger/entries?limit=200" + next)
                    .json();
            page.at("/items").forEach(entries::add);
            next = "&cursor=" + page.at("/next").asString("");
        } while (!next.endsWith("="));
        return entries;
    }

    private void comparePeople(Map<String, Map<String, JsonNode>> told) {
        for (PersonRef person : people) {
            JsonNode now =
                    admin.get("/api/organizations/{o}/people/" + person.id()).json();
            Map<String, JsonNode> known = told.getOrDefault("person " + person.id(), Map.of());
            for (String field : List.of("roles", "state")) {
                if (known.containsKey(field)) {
                    assertThat(now.at("/" + field)).as(field).isEqualTo(known.get(field));
                } else {
                    assertThat(now.at("/" + field).toString())
                            .as("%s never changed", field)
                            .isIn("[\"END_USER\"]", "\"ACTIVE\"");
                }
            }
        }
    }

    private static void compare(Map<String, Map<String, JsonNode>> told, String thing, JsonNode now) {
        told.getOrDefault(thing, Map.of()).forEach((field, value) -> {
            if (now.has(field)) {
                assertThat(now.get(field)).as("%s of %s", field, thing).isEqualTo(value);
            }
        });
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
