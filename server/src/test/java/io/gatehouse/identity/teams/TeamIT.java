package io.gatehouse.identity.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tree of teams stays a tree, and nobody widens what they decide through it. */
@ServerTest
final class TeamIT {

    private static final String TEAMS = "/api/organizations/{o}/teams";
    private static final String PEOPLE = "/api/organizations/{o}/people";

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    TeamIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void aTreeIsBuiltMovedAndRenamed() {
        String sales = create("Sales", null);
        String north = create("North", sales);
        String field = create("Field", north);
        assertThat(admin.put(TEAMS + "/" + field, draft("Outdoors", sales)).status())
                .isEqualTo(200);
        assertThat(admin.get(TEAMS + "/" + field).json().at("/team/parentId").asString())
                .isEqualTo(sales);
        assertThat(admin.get(TEAMS).json().findValuesAsString("name")).containsExactly("North", "Outdoors", "Sales");
        assertThat(admin.post(TEAMS, draft("outdoors", sales)).status()).isEqualTo(409);
    }

    @Test
    void refusesCyclesAndAbsurdSizes() {
        String sales = create("Sales", null);
        String north = create("North", sales);
        assertThat(admin.put(TEAMS + "/" + sales, draft("Sales", north)).status())
                .isEqualTo(409);
        assertThat(admin.put(TEAMS + "/" + sales, draft("Sales", sales)).status())
                .isEqualTo(409);
        assertThat(admin.post(TEAMS + "/" + sales + "/merge", Map.of("into", north))
                        .status())
                .isEqualTo(409);
        assertThat(admin.post(TEAMS, draft("x".repeat(81), null)).status()).isEqualTo(422);
        assertThat(admin.post(TEAMS, draft(" ", null)).status()).isEqualTo(422);
        String deep = north;
        for (int depth = 3; depth <= 8; depth++) {
            deep = create("Level " + depth, deep);
        }
        assertThat(admin.post(TEAMS, draft("Too deep", deep)).status()).isEqualTo(409);
        String other = create("Other", null);
        create("Below other", other);
        assertThat(admin.put(TEAMS + "/" + other, draft("Other", deep)).status())
                .isEqualTo(409);
    }

    @Test
    void aMergedOrDeletedTeamLeavesNobodyBehind() {
        String sales = create("Sales", null);
        String north = create("North", sales);
        String below = create("Below", north);
        String south = create("South", sales);
        PersonRef person = acme.another(Role.END_USER);
        put(north, person, true);
        assertThat(admin.post(PEOPLE + "/" + person.id() + "/grants", Map.of("role", "TEAM_LEAD", "team", north))
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(TEAMS + "/" + north + "/merge", Map.of("into", south))
                        .status())
                .isEqualTo(200);
        var merged = admin.get(TEAMS + "/" + south).json();
        assertThat(merged.at("/people/0/person/id").asString())
                .isEqualTo(person.id().toString());
        assertThat(merged.at("/people/0/lead").asBoolean()).isFalse();
        assertThat(admin.get(TEAMS + "/" + below).json().at("/team/parentId").asString())
                .isEqualTo(south);
        assertThat(admin.get(PEOPLE + "/" + person.id() + "/grants").json().findValuesAsString("source"))
                .containsExactly("MEMBER", "ROLE");
        assertThat(admin.delete(TEAMS + "/" + south).status()).isEqualTo(204);
        assertThat(admin.get(TEAMS + "/" + below).json().at("/team/parentId").asString())
                .isEqualTo(sales);
        assertThat(admin.get(PEOPLE + "/" + person.id()).status()).isEqualTo(200);
    }

    @Test
    void aLeadWhoLooksAfterPeopleCannotWidenWhatTheyDecide() {
        String small = create("Small", null);
        String large = create("Large", null);
        PersonRef lead = acme.another(Role.END_USER);
        put(small, lead, true);
        var role = admin.post(
                "/api/organizations/{o}/custom-roles",
                Map.of("name", "Personnel", "permissions", List.of("people.read", "people.manage")));
        admin.post(
                PEOPLE + "/" + lead.id() + "/grants",
                Map.of("customRole", role.json().at("/id").asString()));
        Api browser = acme.as(lead);
        PersonRef victim = acme.another(Role.END_USER);
        assertThat(browser.put(TEAMS + "/" + small + "/people/" + victim.id(), Map.of("lead", false))
                        .status())
                .isEqualTo(403);
        assertThat(browser.put(TEAMS + "/" + large, draft("Large", small)).status())
                .isEqualTo(403);
        assertThat(browser.post(TEAMS + "/" + large + "/merge", Map.of("into", small))
                        .status())
                .isEqualTo(403);
        assertThat(browser.put(TEAMS + "/" + large + "/people/" + lead.id(), Map.of("lead", true))
                        .status())
                .isEqualTo(403);
        assertThat(admin.put(
                                TEAMS + "/" + small + "/people/"
                                        + acme.person(Role.SECURITY_ADMIN).id(),
                                Map.of("lead", true))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRoleThatCannotBeLimitedIsNotGivenForATeam() {
        String sales = create("Sales", null);
        PersonRef person = acme.another(Role.END_USER);
        String grants = PEOPLE + "/" + person.id() + "/grants";
        assertThat(admin.post(grants, Map.of("role", "END_USER", "team", sales)).status())
                .isEqualTo(422);
        assertThat(admin.post(grants, Map.of("role", "AUDITOR")).status()).isEqualTo(422);
        assertThat(admin.post(grants, Map.of("role", "SUPER_ADMIN", "team", sales))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(grants, Map.of("role", "AUDITOR", "team", UUID.randomUUID()))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(grants, Map.of("role", "SECURITY_ADMIN", "team", sales))
                        .status())
                .isEqualTo(201);
        Api browser = acme.as(person);
        assertThat(browser.get(PEOPLE).status()).isEqualTo(403);
        assertThat(browser.get("/api/organizations/{o}/requests/policies").status())
                .isEqualTo(403);
        assertThat(browser.get("/api/session")
                        .json()
                        .at("/memberships/0/teamPermissions")
                        .toString())
                .isEqualTo("[\"request.read\",\"request.decide\"]");
    }

    @Test
    void reachesNothingOfAnotherOrganization() {
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.SECURITY_ADMIN);
        String ours = create("Ours", null);
        var theirs = stranger.post(TEAMS, draft("Theirs", null))
                .json()
                .at("/team/id")
                .asString();
        PersonRef person = acme.another(Role.END_USER);
        assertThat(stranger.get(TEAMS + "/" + ours).status()).isEqualTo(404);
        assertThat(stranger.put(TEAMS + "/" + ours, draft("Stolen", null)).status())
                .isEqualTo(404);
        assertThat(stranger.delete(TEAMS + "/" + ours).status()).isEqualTo(404);
        assertThat(stranger.post(TEAMS, draft("Below", ours)).status()).isEqualTo(404);
        assertThat(stranger.put(TEAMS + "/" + theirs, draft("Theirs", ours)).status())
                .isEqualTo(404);
        assertThat(stranger.post(TEAMS + "/" + theirs + "/merge", Map.of("into", ours))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.put(TEAMS + "/" + theirs + "/people/" + person.id(), Map.of("lead", true))
                        .status())
                .isEqualTo(404);
        assertThat(admin.post(PEOPLE + "/" + person.id() + "/grants", Map.of("role", "AUDITOR", "team", theirs))
                        .status())
                .isEqualTo(422);
    }

    private String create(String name, @Nullable String parent) {
        Api.Answer answer = admin.post(TEAMS, draft(name, parent));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/team/id").asString();
    }

    private void put(String team, PersonRef person, boolean lead) {
        assertThat(admin.put(TEAMS + "/" + team + "/people/" + person.id(), Map.of("lead", lead))
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, @Nullable Object> draft(String name, @Nullable String parent) {
        Map<String, @Nullable Object> draft = new HashMap<>();
        draft.put("name", name);
        draft.put("parentId", parent);
        return draft;
    }
}
