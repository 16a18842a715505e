package io.gatehouse.identity.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Roles of an organization's own: they count at once, and nobody gets more through them than the giver has. */
@ServerTest
final class CustomRoleIT {

    private static final String ROLES = "/api/organizations/{o}/custom-roles";
    private static final String PEOPLE = "/api/organizations/{o}/people";
    private static final String LEDGER = "/api/organizations/{o}/ledger/entries";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    CustomRoleIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void countsAtOnceForAnOpenSessionWhenGivenChangedAndTaken() {
        PersonRef person = acme.another(Role.END_USER);
        Api browser = acme.as(person);
        String role = create("Rule reader", "rule.read");
        assertThat(browser.get("/api/organizations/{o}/rules").status()).isEqualTo(403);
        String grant = give(person, Map.of("customRole", role));
        assertThat(browser.get("/api/organizations/{o}/rules").status()).isEqualTo(200);
        assertThat(admin.put(ROLES + "/" + role, draft("Rule reader", "event.read"))
                        .status())
                .isEqualTo(200);
        assertThat(browser.get("/api/organizations/{o}/rules").status()).isEqualTo(403);
        assertThat(browser.get("/api/organizations/{o}/events").status()).isEqualTo(200);
        assertThat(admin.delete(PEOPLE + "/" + person.id() + "/grants/" + grant).status())
                .isEqualTo(200);
        assertThat(browser.get("/api/organizations/{o}/events").status()).isEqualTo(403);
        assertThat(actions()).containsSubsequence("person.take-role", "role.change", "person.give-role", "role.create");
    }

    @Test
    void saysWhyAndWhoHoldsItAndCannotBeDeletedWhileHeld() {
        PersonRef person = acme.another(Role.END_USER);
        String role = create("Watcher", "event.read");
        String grant = give(person, Map.of("customRole", role));
        var why = admin.get(PEOPLE + "/" + person.id() + "/grants").json();
        assertThat(why.findValuesAsString("source")).containsExactly("MEMBER", "CUSTOM_ROLE", "ROLE");
        assertThat(admin.get(ROLES + "/" + role + "/holders").json().findValuesAsString("displayName"))
                .containsExactly(person.displayName());
        Api.Answer refused = admin.delete(ROLES + "/" + role);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(person.displayName());
        admin.delete(PEOPLE + "/" + person.id() + "/grants/" + grant);
        assertThat(admin.delete(ROLES + "/" + role).status()).isEqualTo(204);
        assertThat(admin.get(ROLES + "/" + role).status()).isEqualTo(404);
    }

    @Test
    void nobodyGivesOrMakesMoreThanTheyHold() {
        PersonRef helper = acme.another(Role.END_USER);
        PersonRef friend = acme.another(Role.END_USER);
        String strong = create("Strong", "rule.manage");
        give(helper, Map.of("customRole", create("Personnel", "people.read", "people.manage")));
        Api browser = acme.as(helper);
        String grants = PEOPLE + "/" + friend.id() + "/grants";
        assertThat(browser.post(ROLES, draft("Mine", "rule.manage")).status()).isEqualTo(403);
        assertThat(browser.post(grants, Map.of("customRole", strong)).status()).isEqualTo(403);
        assertThat(browser.put(ROLES + "/" + strong, draft("Strong", "people.read"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.delete(ROLES + "/" + strong).status()).isEqualTo(403);
        assertThat(browser.put(PEOPLE + "/" + friend.id() + "/roles", Map.of("roles", List.of("SECURITY_ADMIN")))
                        .status())
                .isEqualTo(403);
        String small = create("Small", "people.read");
        assertThat(browser.put(ROLES + "/" + small, draft("Small", "people.read", "ledger.export"))
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(PEOPLE + "/" + helper.id() + "/grants", Map.of("customRole", small))
                        .status())
                .isEqualTo(409);
        String held = give(friend, Map.of("customRole", strong));
        assertThat(browser.delete(grants + "/" + held).status()).isEqualTo(403);
        assertThat(browser.post(
                                PEOPLE + "/" + acme.person(Role.SECURITY_ADMIN).id() + "/suspend",
                                Map.of("reason", "Getting rid of them"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatHasNoPlaceThereAndAbsurdSizes() {
        assertThat(admin.post(ROLES, draft("Operator", "installation.operate")).status())
                .isEqualTo(422);
        assertThat(admin.post(ROLES, draft("Reseller", "customer.create")).status())
                .isEqualTo(422);
        assertThat(admin.post(ROLES, draft("Nothing")).status()).isEqualTo(422);
        assertThat(admin.post(ROLES, draft("Root", "root")).status()).isEqualTo(400);
        assertThat(admin.post(ROLES, draft("x".repeat(81), "event.read")).status())
                .isEqualTo(422);
        create("Twice", "event.read");
        assertThat(admin.post(ROLES, draft("tWICE", "event.read")).status()).isEqualTo(409);
    }

    @Test
    void aSecondEditorIsToldOfTheFirst() {
        String role = create("Contested", "event.read");
        Map<String, Object> seen = Map.of("name", "Contested", "permissions", List.of("rule.read"), "version", 1);
        assertThat(admin.put(ROLES + "/" + role, seen).status()).isEqualTo(200);
        assertThat(admin.put(ROLES + "/" + role, seen).status()).isEqualTo(409);
    }

    @Test
    void reachesNothingOfAnotherOrganization() {
        TestOrganization other = organizations.enterprise();
        Api otherAdmin = other.as(Role.SECURITY_ADMIN);
        String role = create("Ours", "event.read");
        PersonRef person = other.another(Role.END_USER);
        assertThat(otherAdmin.get(ROLES + "/" + role).status()).isEqualTo(404);
        assertThat(otherAdmin
                        .put(ROLES + "/" + role, draft("Theirs", "event.read"))
                        .status())
                .isEqualTo(404);
        assertThat(otherAdmin.delete(ROLES + "/" + role).status()).isEqualTo(404);
        assertThat(otherAdmin
                        .post(PEOPLE + "/" + person.id() + "/grants", Map.of("customRole", role))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(PEOPLE + "/" + person.id() + "/grants", Map.of("customRole", role))
                        .status())
                .isEqualTo(404);
        assertThat(admin.delete(PEOPLE + "/" + person.id() + "/grants/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(admin.get(PEOPLE + "/" + person.id() + "/grants").status()).isEqualTo(404);
    }

    @Test
    void anOrganizationHasAtMostTwoHundred() {
        IntStream.range(0, 200).forEach(number -> create("Role " + number, "event.read"));
        assertThat(admin.post(ROLES, draft("One more", "event.read")).status()).isEqualTo(409);
    }

    private String create(String name, String... permissions) {
        Api.Answer answer = admin.post(ROLES, draft(name, permissions));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private String give(PersonRef person, Map<String, Object> wanted) {
        Api.Answer answer = admin.post(PEOPLE + "/" + person.id() + "/grants", wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json()
                .valueStream()
                .filter(grant -> !grant.at("/id").isNull())
                .reduce((_, last) -> last)
                .orElseThrow()
                .at("/id")
                .asString();
    }

    private List<String> actions() {
        return admin.get(LEDGER).json().at("/items").findValuesAsString("action");
    }

    private static Map<String, Object> draft(String name, String... permissions) {
        return Map.of("name", name, "permissions", List.of(permissions));
    }
}
