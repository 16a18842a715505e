package io.gatehouse.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Looking after people, and that it takes effect at once. */
@ServerTest
final class PeopleIT {

    private static final String PEOPLE = "/api/organizations/{o}/people";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    PeopleIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void listsOnlyTheOrganizationsPeopleInTheWantedOrder() {
        PersonRef auditor = acme.person(Role.AUDITOR);
        PersonRef user = acme.person(Role.END_USER);
        PersonRef stranger = organizations.enterprise().person(Role.END_USER);
        assertThat(ids(admin.get(PEOPLE + "?sort=email&limit=200")))
                .containsExactly(
                        acme.person(Role.SECURITY_ADMIN).id().toString(),
                        auditor.id().toString(),
                        user.id().toString())
                .doesNotContain(stranger.id().toString());
        assertThat(ids(admin.get(PEOPLE + "?sort=-email&role=END_USER")))
                .containsExactly(user.id().toString());
        assertThat(ids(admin.get(PEOPLE + "?text=" + user.email())))
                .containsExactly(user.id().toString());
        assertThat(ids(admin.get(PEOPLE + "?sort=-lastSignInAt")).getFirst())
                .isEqualTo(acme.person(Role.SECURITY_ADMIN).id().toString());
        assertThat(admin.get(PEOPLE + "?sort=password").status()).isEqualTo(422);
        assertThat(admin.get(PEOPLE + "/" + stranger.id()).status()).isEqualTo(404);
    }

    @Test
    void exportsWhatIsFilteredAndNobodyElse() {
        PersonRef auditor = acme.person(Role.AUDITOR);
        Api.Answer file = admin.get(PEOPLE + "/export?role=AUDITOR");
        assertThat(file.header("Content-Type")).contains("text/csv");
        assertThat(file.body().lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith(auditor.id() + ",")
                .contains(auditor.email(), "AUDITOR", "ACTIVE");
        assertThat(acme.as(Role.END_USER).get(PEOPLE + "/export").status()).isEqualTo(403);
    }

    @Test
    void pagesThroughEverybodyOnceInEveryOrder() {
        for (int i = 0; i < 5; i++) {
            acme.another(Role.END_USER);
        }
        for (String sort : List.of("displayName", "-displayName", "email", "lastSignInAt", "-lastSignInAt")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = admin.get(PEOPLE + "?limit=2&sort=" + sort + "&cursor=" + cursor)
                        .json();
                page.at("/items").forEach(person -> seen.add(person.at("/id").asString()));
                cursor = page.at("/next").isNull() ? "" : page.at("/next").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void aChangedRoleWorksAtOnceAndStandsInTheBook() {
        PersonRef person = acme.another(Role.END_USER);
        Api browser = acme.as(person);
        assertThat(browser.get(PEOPLE).status()).isEqualTo(403);
        assertThat(admin.put(PEOPLE + "/" + person.id() + "/roles", Map.of("roles", List.of("AUDITOR")))
                        .status())
                .isEqualTo(200);
        assertThat(browser.get(PEOPLE).status()).isEqualTo(200);
        JsonNode entry = browser.get("/api/organizations/{o}/ledger/entries?action=person.change-roles")
                .json()
                .at("/items/0");
        assertThat(entry.at("/before/roles").toString()).isEqualTo("[\"END_USER\"]");
        assertThat(entry.at("/after/roles").toString()).isEqualTo("[\"AUDITOR\"]");
        assertThat(entry.at("/object/name").asString()).isEqualTo(person.displayName());
    }

    @Test
    void refusesRolesThatDoNotFitAndChangesOfOnesOwn() {
        PersonRef person = acme.another(Role.END_USER);
        String roles = PEOPLE + "/" + person.id() + "/roles";
        assertThat(admin.put(roles, Map.of("roles", List.of("SUPER_ADMIN"))).status())
                .isEqualTo(422);
        assertThat(admin.put(roles, Map.of("roles", List.of())).status()).isEqualTo(422);
        assertThat(admin.put(roles, Map.of("roles", List.of("ROOT"))).status()).isEqualTo(400);
        assertThat(admin.put(
                                PEOPLE + "/" + acme.person(Role.SECURITY_ADMIN).id() + "/roles",
                                Map.of("roles", List.of("AUDITOR")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aSuspendedPersonIsOutAtOnceAndComesBackWhenResumed() {
        PersonRef person = acme.another(Role.AUDITOR);
        Api browser = acme.as(person);
        assertThat(admin.post(PEOPLE + "/" + person.id() + "/suspend", Map.of("reason", "Left the company"))
                        .status())
                .isEqualTo(200);
        assertThat(browser.get(PEOPLE).status()).isEqualTo(401);
        Api again = acme.as(person);
        assertThat(again.get(PEOPLE).status()).isEqualTo(404);
        assertThat(again.get("/api/session").json().at("/memberships").size()).isZero();
        assertThat(admin.post(PEOPLE + "/" + person.id() + "/suspend", Map.of("reason", "again"))
                        .status())
                .isEqualTo(409);
        assertThat(admin.post(PEOPLE + "/" + person.id() + "/resume").status()).isEqualTo(200);
        assertThat(again.get(PEOPLE).status()).isEqualTo(200);
    }

    @Test
    void suspensionInOneOrganizationLeavesOthersAlone() {
        PersonRef person = acme.another(Role.AUDITOR);
        TestOrganization other = organizations.enterprise();
        organizations.join(other.id(), person, Role.AUDITOR);
        Api browser = acme.as(person);
        admin.post(PEOPLE + "/" + person.id() + "/suspend", Map.of("reason", "Moved"));
        assertThat(browser.get(PEOPLE).status()).isEqualTo(404);
        assertThat(browser.get("/api/organizations/" + other.id() + "/people").status())
                .isEqualTo(200);
    }

    @Test
    void reachesNobodyOfAnotherOrganization() {
        PersonRef stranger = organizations.enterprise().person(Role.END_USER);
        assertThat(admin.post(PEOPLE + "/" + stranger.id() + "/suspend", Map.of("reason", "attack"))
                        .status())
                .isEqualTo(404);
        assertThat(admin.put(PEOPLE + "/" + stranger.id() + "/roles", Map.of("roles", List.of("AUDITOR")))
                        .status())
                .isEqualTo(404);
        assertThat(admin.post(PEOPLE + "/not-an-id/resume").status()).isEqualTo(400);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        PersonRef person = acme.another(Role.AUDITOR);
        Api one = acme.as(person);
        Api two = acme.as(person);
        Map<String, String> change =
                Map.of("currentPassword", TestOrganizations.PASSWORD, "newPassword", "another pass phrase for tests");
        assertThat(one.put("/api/session/password", Map.of("currentPassword", "wrong", "newPassword", "irrelevant one"))
                        .status())
                .isEqualTo(422);
        assertThat(one.put(
                                "/api/session/password",
                                Map.of("currentPassword", TestOrganizations.PASSWORD, "newPassword", "short"))
                        .status())
                .isEqualTo(422);
        assertThat(one.put("/api/session/password", change).status()).isEqualTo(204);
        assertThat(one.get("/api/session").status()).isEqualTo(200);
        assertThat(two.get("/api/session").status()).isEqualTo(401);
        assertThat(acme.anonymous()
                        .signIn(person.email(), TestOrganizations.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(acme.anonymous().put("/api/session/password", change).status())
                .isEqualTo(403);
    }

    @Test
    void signingInAndOutStandInTheBook() {
        PersonRef person = acme.another(Role.END_USER);
        Api browser = acme.anonymous();
        browser.signIn(person.email(), "not the pass phrase");
        browser.signIn(person.email(), TestOrganizations.PASSWORD);
        browser.delete("/api/session");
        JsonNode entries = acme.as(Role.AUDITOR)
                .get("/api/organizations/{o}/ledger/entries?actor=" + person.id())
                .json()
                .at("/items");
        assertThat(entries.at("/0/action").asString()).isEqualTo("person.sign-out");
        assertThat(entries.at("/1/action").asString()).isEqualTo("person.sign-in");
        assertThat(entries.at("/1/after/failedAttemptsBefore").asInt()).isOne();
    }

    private static List<String> ids(Api.Answer answer) {
        return answer.json()
                .at("/items")
                .valueStream()
                .map(person -> person.at("/id").asString())
                .toList();
    }
}
