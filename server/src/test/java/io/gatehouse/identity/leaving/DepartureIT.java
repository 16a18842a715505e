package io.gatehouse.identity.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever goes is out at once, and nothing that they answered for is left behind. */
@ServerTest
final class DepartureIT {

    private static final String O = "/api/organizations/{o}";
    private static final String PEOPLE = O + "/people/";
    private static final String LEAVE = O + "/membership/leave";
    private static final String WHY = "Left the company";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    DepartureIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void aMemberWithNothingLeavesAndIsOutAtOnceAndMayBeInvitedAgain() {
        PersonRef person = acme.another(Role.AUDITOR);
        Api browser = acme.as(person);
        assertThat(browser.post(LEAVE, Map.of()).status()).isEqualTo(422);
        assertThat(browser.post(LEAVE, Map.of("reason", WHY)).status()).isEqualTo(204);
        assertThat(browser.get(O + "/people").status()).isEqualTo(401);
        assertThat(admin.get(PEOPLE + person.id()).status()).isEqualTo(404);
        assertThat(admin.post(O + "/invitations", Map.of("email", person.email(), "roles", List.of("END_USER")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theLastAdministratorHandsOverInOneStepOrStays() {
        PersonRef heir = acme.another(Role.END_USER);
        Api successor = acme.as(heir);
        Api.Answer refused = admin.post(LEAVE, Map.of("reason", WHY));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("name a successor");
        assertThat(admin.get(O + "/membership/departure")
                        .json()
                        .at("/lastAdministrator")
                        .asBoolean())
                .isTrue();
        assertThat(admin.post(
                                LEAVE,
                                Map.of(
                                        "reason",
                                        WHY,
                                        "successorId",
                                        acme.person(Role.SECURITY_ADMIN).id()))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(LEAVE, Map.of("reason", WHY, "successorId", heir.id()))
                        .status())
                .isEqualTo(204);
        assertThat(successor.get(O + "/people").status()).isEqualTo(200);
        assertThat(successor.get(O + "/ledger/entries").json().at("/items").findValuesAsString("action"))
                .contains("person.leave", "person.give-role");
    }

    @Test
    void whoeverRemovesTheLastAdministratorAppointsAnother() {
        PersonRef helper = acme.another(Role.END_USER);
        PersonRef heir = acme.another(Role.END_USER);
        String role = admin.post(
                        O + "/custom-roles",
                        Map.of(
                                "name",
                                "Everything",
                                "permissions",
                                Role.SECURITY_ADMIN.permissions().stream()
                                        .map(Permission::code)
                                        .toList()))
                .json()
                .at("/id")
                .asString();
        admin.post(PEOPLE + helper.id() + "/grants", Map.of("customRole", role));
        Api browser = acme.as(helper);
        PersonRef last = acme.person(Role.SECURITY_ADMIN);
        assertThat(remove(browser, last, Map.of("reason", WHY)).status()).isEqualTo(409);
        assertThat(remove(browser, last, Map.of("reason", WHY, "successorId", helper.id()))
                        .status())
                .as("nobody makes themselves an administrator")
                .isEqualTo(409);
        assertThat(remove(browser, last, Map.of("reason", WHY, "successorId", heir.id()))
                        .status())
                .isEqualTo(204);
        assertThat(browser.get(PEOPLE + heir.id()).json().at("/roles").toString())
                .contains("SECURITY_ADMIN");
    }

    @Test
    void whatTheyAnsweredForGoesToTheSuccessor() {
        PersonRef person = acme.another(Role.END_USER);
        PersonRef heir = acme.another(Role.END_USER);
        PersonRef report = acme.another(Role.END_USER);
        String team = admin.post(O + "/teams", Map.of("name", "Sales"))
                .json()
                .at("/team/id")
                .asString();
        admin.put(O + "/teams/" + team + "/people/" + person.id(), Map.of("lead", true));
        manage(report, person);
        manage(heir, person);
        var departure = admin.get(PEOPLE + person.id() + "/departure").json();
        assertThat(departure.at("/belongings").findValuesAsString("kind")).containsExactlyInAnyOrder("TEAM", "REPORT");
        assertThat(acme.as(person).post(LEAVE, Map.of("reason", WHY)).status()).isEqualTo(409);
        assertThat(acme.as(person)
                        .post(LEAVE, Map.of("reason", WHY, "successorId", heir.id()))
                        .status())
                .isEqualTo(409);
        assertThat(remove(admin, person, Map.of("reason", WHY)).status()).isEqualTo(409);
        assertThat(remove(admin, person, Map.of("reason", WHY, "successorId", heir.id()))
                        .status())
                .isEqualTo(204);
        assertThat(admin.get(O + "/teams/" + team).json().at("/team/leads/0/id").asString())
                .isEqualTo(heir.id().toString());
        assertThat(admin.get(PEOPLE + report.id() + "/profile")
                        .json()
                        .at("/line/0/id")
                        .asString())
                .isEqualTo(heir.id().toString());
        assertThat(admin.get(PEOPLE + heir.id() + "/profile").json().at("/line").size())
                .isZero();
    }

    @Test
    void aSuccessorFromFurtherBelowClosesNoCircle() {
        PersonRef person = acme.another(Role.END_USER);
        PersonRef between = acme.another(Role.END_USER);
        PersonRef heir = acme.another(Role.END_USER);
        manage(between, person);
        manage(heir, between);
        assertThat(remove(admin, person, Map.of("reason", WHY, "successorId", heir.id()))
                        .status())
                .isEqualTo(204);
        assertThat(line(between)).containsExactly(heir.id().toString());
        assertThat(line(heir)).isEmpty();
    }

    private List<String> line(PersonRef person) {
        return admin.get(PEOPLE + person.id() + "/profile").json().at("/line").findValuesAsString("id");
    }

    @Test
    void nobodyRemovesWhoMayDoMoreOrIsElsewhere() {
        PersonRef helper = acme.another(Role.END_USER);
        String role = admin.post(
                        O + "/custom-roles",
                        Map.of("name", "Personnel", "permissions", List.of("people.read", "people.manage")))
                .json()
                .at("/id")
                .asString();
        admin.post(PEOPLE + helper.id() + "/grants", Map.of("customRole", role));
        Api browser = acme.as(helper);
        PersonRef stranger = organizations.enterprise().person(Role.END_USER);
        Map<String, Object> why = Map.of("reason", WHY, "successorId", helper.id());
        assertThat(remove(browser, acme.person(Role.SECURITY_ADMIN), why).status())
                .isEqualTo(403);
        assertThat(remove(browser, acme.another(Role.AUDITOR), why).status()).isEqualTo(403);
        assertThat(remove(admin, stranger, why).status()).isEqualTo(404);
        assertThat(remove(browser, helper, why).status()).isEqualTo(409);
        assertThat(admin.get(PEOPLE + stranger.id() + "/departure").status()).isEqualTo(404);
        PersonRef person = acme.another(Role.END_USER);
        manage(acme.another(Role.END_USER), person);
        assertThat(remove(admin, person, Map.of("reason", WHY, "successorId", stranger.id()))
                        .status())
                .isEqualTo(422);
    }

    private void manage(PersonRef person, PersonRef manager) {
        assertThat(admin.put(
                                PEOPLE + person.id() + "/profile",
                                Map.of("department", "", "title", "", "costCenter", "", "managerId", manager.id()))
                        .status())
                .isEqualTo(200);
    }

    private static Api.Answer remove(Api browser, PersonRef person, Map<String, Object> why) {
        return browser.post(PEOPLE + person.id() + "/remove", why);
    }
}
