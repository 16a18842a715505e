package io.gatehouse.identity.activity;

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
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who came in and who was refused: seen by admins of the organization that it concerns and by the person. */
@ServerTest
final class ActivityIT {

    private static final String ACTIVITY = "/api/organizations/{o}/activity";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    ActivityIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void tellsOfSigningInAndOutWithFactorAndOrigin() {
        PersonRef person = acme.another(Role.END_USER);
        Api browser = acme.anonymous();
        browser.get("/api/session");
        browser.send(
                "POST",
                "/api/session",
                Map.of("email", person.email(), "password", TestOrganizations.PASSWORD),
                Map.of("User-Agent", "Browser of the test " + "x".repeat(400)));
        browser.delete("/api/session");
        List<JsonNode> seen = of(person);
        assertThat(seen).map(row -> row.at("/kind").asString()).containsExactly("SIGNED_OUT", "SIGNED_IN");
        JsonNode in = seen.getLast();
        assertThat(in.at("/factors/0").asString()).isEqualTo("PASSWORD");
        assertThat(in.at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(in.at("/browser").asString())
                .startsWith("Browser of the test")
                .hasSize(300);
    }

    @Test
    void tellsOfWrongPasswordsOnceAMinuteAndNeverWhatWasTyped() {
        PersonRef person = acme.another(Role.END_USER);
        Api stranger = acme.anonymous();
        IntStream.range(0, 4).forEach(i -> stranger.signIn(person.email(), "wrong secret " + i));
        Awaitility.await().untilAsserted(() -> assertThat(of(person)).isNotEmpty());
        stranger.signIn(person.email(), TestOrganizations.PASSWORD);
        List<JsonNode> refused = of(person).stream()
                .filter(row -> row.at("/kind").asString().equals("SIGN_IN_REFUSED"))
                .toList();
        // Two at most: the minute may have ended between the attempts.
        assertThat(refused).hasSizeBetween(1, 2);
        assertThat(refused.toString()).doesNotContain("wrong secret");
        assertThat(refused.getFirst().at("/factors/0").asString()).isEqualTo("PASSWORD");
    }

    @Test
    void tellsOfMissingPermissionsToTheOrganizationWhereTheyWereMissing() {
        PersonRef both = acme.another(Role.END_USER);
        TestOrganization other = organizations.enterprise();
        organizations.join(other.id(), both, Role.END_USER);
        Api browser = acme.as(both);
        IntStream.range(0, 20).forEach(_ -> browser.get("/api/organizations/{o}/people"));
        Awaitility.await().untilAsserted(() -> assertThat(of(both)).anyMatch(ActivityIT::isMissingPermission));
        JsonNode refusal = of(both).stream()
                .filter(ActivityIT::isMissingPermission)
                .findFirst()
                .orElseThrow();
        assertThat(refusal.at("/detail").asString()).isEqualTo("people.read");
        assertThat(of(both).stream().filter(ActivityIT::isMissingPermission)).hasSizeBetween(1, 2);
        JsonNode elsewhere = other.as(Role.SECURITY_ADMIN).get(ACTIVITY).json();
        assertThat(elsewhere.toString()).doesNotContain("PERMISSION_REFUSED").contains("SIGNED_IN");
    }

    @Test
    void showsEverybodyTheirOwnOnceAndNobodyElses() {
        PersonRef both = acme.another(Role.END_USER);
        TestOrganization other = organizations.enterprise();
        organizations.join(other.id(), both, Role.END_USER);
        Api browser = acme.as(both);
        JsonNode own = browser.get("/api/account/activity").json();
        assertThat(own.at("/items")).hasSize(1);
        assertThat(own.at("/items/0/person/id").asString()).isEqualTo(both.id().toString());
        String others = "/api/account/activity?person="
                + acme.person(Role.SECURITY_ADMIN).id();
        assertThat(browser.get(others).json().at("/items")).isEmpty();
        assertThat(acme.anonymous().get("/api/account/activity").status()).isEqualTo(401);
    }

    @Test
    void isNoOtherOrganizationsToSee() {
        PersonRef person = acme.another(Role.END_USER);
        acme.as(person);
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);
        String foreign = ACTIVITY.replace("{o}", acme.id().toString());
        assertThat(stranger.get(foreign).status()).isEqualTo(404);
        assertThat(stranger.get(ACTIVITY + "?person=" + person.id()).json().at("/items"))
                .isEmpty();
        assertThat(acme.as(Role.END_USER).get(ACTIVITY).status()).isEqualTo(403);
    }

    @Test
    void isPagedFilteredAndExported() {
        PersonRef person = acme.another(Role.END_USER);
        IntStream.range(0, 3).forEach(_ -> acme.as(person));
        String path = ACTIVITY + "?limit=2&kind=SIGNED_IN&person=" + person.id();
        JsonNode first = admin.get(path).json();
        JsonNode second =
                admin.get(path + "&cursor=" + first.at("/next").asString()).json();
        assertThat(first.at("/items")).hasSize(2);
        assertThat(second.at("/items")).hasSize(1);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(admin.get(ACTIVITY + "?from=2999-01-01T00:00:00Z").json().at("/items"))
                .isEmpty();
        for (String wrong : List.of("cursor=x", "kind=NONE", "from=yesterday", "limit=0", "person=x")) {
            assertThat(admin.get(ACTIVITY + "?" + wrong).status()).as(wrong).isBetween(400, 422);
        }
        Api.Answer export = admin.get(ACTIVITY + "/export?format=csv&person=" + person.id());
        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.body().lines()).hasSize(4);
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=activity.export")
                        .json()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void tellsChangesAmongTheRestLatestFirst() {
        PersonRef person = acme.another(Role.SECURITY_ADMIN);
        Api browser = acme.as(person);
        addTeam(browser, "Before");
        acme.as(person);
        addTeam(browser, "After");
        List<JsonNode> seen = of(person);
        assertThat(seen)
                .map(row -> row.at("/kind").asString())
                .containsExactly("CHANGED", "SIGNED_IN", "CHANGED", "SIGNED_IN");
        JsonNode change = seen.getFirst();
        assertThat(change.at("/change/action").asString()).isEqualTo("team.create");
        assertThat(change.at("/change/objectName").asString()).isEqualTo("After");
        assertThat(change.at("/person/email").asString()).isEqualTo(person.email());
        String entry =
                "/api/organizations/{o}/ledger/entries/" + change.at("/id").asString();
        assertThat(admin.get(entry).json().at("/object/name").asString()).isEqualTo("After");
        assertThat(paged(admin, ACTIVITY + "?limit=1&person=" + person.id())).isEqualTo(seen);
        assertThat(paged(admin, ACTIVITY + "?limit=3&person=" + person.id())).isEqualTo(seen);
        assertThat(paged(admin, ACTIVITY + "?limit=1&kind=CHANGED&person=" + person.id()))
                .map(row -> row.at("/change/objectName").asString())
                .containsExactly("After", "Before");
        assertThat(paged(browser, "/api/account/activity?limit=1")).isEqualTo(seen);
        String export = admin.get(ACTIVITY + "/export?format=csv&kind=CHANGED&person=" + person.id())
                .body();
        assertThat(export.lines()).hasSize(3);
        assertThat(export).contains("team.create,team,After");
    }

    @Test
    void tellsChangesOnlyWhereOneMayReadTheBook() {
        PersonRef both = acme.another(Role.SECURITY_ADMIN);
        TestOrganization other = organizations.enterprise();
        organizations.join(other.id(), both, Role.END_USER);
        Api browser = acme.as(both);
        addTeam(browser, "Acme's");
        Api there = other.as(both);
        assertThat(there.post("/api/organizations/{o}/requests", Map.of()).status())
                .isNotEqualTo(404);
        List<JsonNode> own = paged(browser, "/api/account/activity?kind=CHANGED");
        assertThat(own)
                .map(row -> row.at("/change/organization").asString())
                .containsExactly(acme.id().toString());
        assertThat(other.as(Role.SECURITY_ADMIN)
                        .get(ACTIVITY + "?kind=CHANGED&person=" + both.id())
                        .json()
                        .at("/items"))
                .isEmpty();
        PersonRef user = acme.another(Role.END_USER);
        assertThat(paged(acme.as(user), "/api/account/activity?kind=CHANGED")).isEmpty();
        assertThat(browser.get("/api/account/activity?kind=CHANGED&person=" + user.id())
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void tellsNobodysOwnChangesToASessionThatMayNotActThere() {
        PersonRef person = acme.another(Role.SECURITY_ADMIN);
        Api browser = acme.as(person);
        addTeam(browser, "Of before");
        assertThat(paged(browser, "/api/account/activity?kind=CHANGED")).hasSize(1);
        Map<String, Object> demands = new HashMap<>();
        demands.put("secondFactorForAll", true);
        demands.put("secondFactorRoles", List.of());
        demands.put("idleMinutes", null);
        demands.put("longestMinutes", null);
        assertThat(browser.put("/api/organizations/{o}/sign-in-demands", demands)
                        .status())
                .isEqualTo(200);
        assertThat(paged(browser, "/api/account/activity?kind=CHANGED")).isEmpty();
    }

    private static void addTeam(Api browser, String name) {
        assertThat(browser.post("/api/organizations/{o}/teams", Map.of("name", name))
                        .status())
                .isEqualTo(201);
    }

    private static List<JsonNode> paged(Api browser, String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = browser.get(path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor)
                    .json();
            page.at("/items").valueStream().forEach(all::add);
            cursor = page.at("/next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private List<JsonNode> of(PersonRef person) {
        return admin.get(ACTIVITY + "?person=" + person.id())
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static boolean isMissingPermission(JsonNode row) {
        return row.at("/kind").asString().equals("PERMISSION_REFUSED");
    }
}
