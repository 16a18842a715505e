package io.gatehouse.santa.requests;

import static io.gatehouse.santa.requests.SoftwareRequestIT.approval;
import static io.gatehouse.santa.requests.SoftwareRequestIT.path;
import static io.gatehouse.santa.requests.SoftwareRequestIT.recommended;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A lead decides for the people of the team and of the teams below it, and learns nothing of others. */
@ServerTest
final class TeamRequestIT {

    private static final String REQUESTS = "/api/organizations/{o}/requests";
    private static final String TEAMS = "/api/organizations/{o}/teams";
    private static final String WHY = "Needed for the quarterly report";

    private final Macs macs;
    private final TestOrganization acme;
    private final Api admin;
    private final PersonRef lead;
    private final Api browser;
    private final SignedFile app = Macs.signed("Figures");
    private final String team;
    private final JsonNode inside;
    private final UUID insideMac;
    private final JsonNode outside;

    @Autowired
    TeamRequestIT(TestOrganizations organizations, Macs macs) {
        this.macs = macs;
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
        lead = acme.another(Role.END_USER);
        browser = acme.as(lead);
        macs.file(acme.scope(), app);
        team = team("Sales", Map.of("name", "Sales"));
        String below = team("North", Map.of("name", "North", "parentId", team));
        PersonRef member = acme.another(Role.END_USER);
        put(team, lead, true);
        put(below, member, false);
        insideMac = macs.device(acme.scope(), "inside-mac", member);
        inside = ask(member, insideMac);
        PersonRef stranger = acme.another(Role.END_USER);
        outside = ask(stranger, macs.device(acme.scope(), "outside-mac", stranger));
    }

    @Test
    void listsAndDecidesOnlyRequestsOfTheTeamsPeople() {
        assertThat(ids("")).containsExactly(id(inside));
        assertThat(ids("?decidable=true&state=IN_REVIEW")).containsExactly(id(inside));
        assertThat(ids("?text=Figures")).containsExactly(id(inside));
        JsonNode seen = browser.get(path(inside)).json();
        assertThat(seen.at("/mayDecide").asBoolean()).isTrue();
        assertThat(seen.at("/earlier").size()).isZero();
        assertThat(seen.toString()).doesNotContain("outside-mac");
        Api.Answer approved = browser.post(
                path(inside) + "/approve",
                approval(seen, recommended(seen), Map.of("kind", "DEVICE", "deviceId", insideMac)));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().at("/decidedBy/id").asString())
                .isEqualTo(lead.id().toString());
    }

    @Test
    void doesNotLearnOfOtherRequestsByAnyWay() {
        JsonNode seen = admin.get(path(outside)).json();
        Map<String, Object> approval = approval(seen, recommended(seen), Map.of("kind", "ORGANIZATION"));
        Map<String, Object> denial = Map.of(
                "reason",
                "Not for this team",
                "contentHash",
                seen.at("/contentHash").asString());
        assertThat(browser.get(path(outside)).status()).isEqualTo(404);
        assertThat(browser.post(path(outside) + "/approve", approval).status()).isEqualTo(404);
        assertThat(browser.post(path(outside) + "/deny", denial).status()).isEqualTo(404);
        assertThat(browser.post(path(outside) + "/withdraw").status()).isEqualTo(404);
        assertThat(ids("?text=%23" + outside.at("/number").asString())).isEmpty();
        assertThat(browser.get("/api/organizations/{o}/events").status()).isEqualTo(403);
        assertThat(browser.get("/api/organizations/{o}/devices").status()).isEqualTo(403);
        assertThat(admin.get(path(outside)).json().at("/state").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void cannotAllowAnythingBeyondTheRequestersMac() {
        JsonNode seen = browser.get(path(inside)).json();
        UUID other = macs.device(acme.scope(), "other-mac", null);
        for (Map<String, Object> scope : List.<Map<String, Object>>of(
                Map.of("kind", "ORGANIZATION"),
                Map.of("kind", "TAG", "tagId", UUID.randomUUID()),
                Map.of("kind", "DEVICE", "deviceId", other))) {
            assertThat(browser.post(path(inside) + "/approve", approval(seen, recommended(seen), scope))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void hearsTheEngineBeforeTheScope() {
        JsonNode own = ask(lead, macs.device(acme.scope(), "own-mac", lead));
        JsonNode seen = admin.get(path(own)).json();
        Api.Answer refused =
                browser.post(path(own) + "/approve", approval(seen, recommended(seen), Map.of("kind", "ORGANIZATION")));
        assertThat(refused.json().at("/type").asString()).endsWith("own-request");
    }

    @Test
    void theRightEndsAtOnceWithThePlaceAsLeadOrWithTheMembersPlace() {
        JsonNode seen = browser.get(path(inside)).json();
        put(team, lead, false);
        assertThat(browser.get(path(inside)).status()).isEqualTo(404);
        assertThat(browser.post(
                                path(inside) + "/deny",
                                Map.of(
                                        "reason",
                                        "Not needed any more",
                                        "contentHash",
                                        seen.at("/contentHash").asString()))
                        .status())
                .isEqualTo(404);
        assertThat(ids("")).isEmpty();
    }

    @Test
    void theLiveStreamTellsThatSomethingChangedAndNothingElse() {
        try (Listening stream = new Listening(browser.stream("/api/organizations/{o}/live"))) {
            assertThat(stream.await(line -> line.equals(": open"))).isNotNull();
            PersonRef stranger = acme.another(Role.END_USER);
            ask(stranger, macs.device(acme.scope(), "loud-mac", stranger));
            assertThat(stream.await(line -> line.startsWith("data:"))).matches("data: \\{\"count\":[0-9]+}");
        }
    }

    @Test
    void aLeadDecidesNeitherTheirOwnRequestNorThatOfTheTeamAbove() {
        JsonNode own = ask(lead, macs.device(acme.scope(), "lead-mac", lead));
        assertThat(browser.get(path(own)).json().at("/mayDecide").asBoolean()).isFalse();
        PersonRef other = acme.another(Role.END_USER);
        String above = team("Above", Map.of("name", "Above"));
        put(above, other, false);
        assertThat(admin.put(TEAMS + "/" + team, Map.of("name", "Sales", "parentId", above))
                        .status())
                .isEqualTo(200);
        JsonNode higher = ask(other, macs.device(acme.scope(), "higher-mac", other));
        assertThat(browser.get(path(higher)).status()).isEqualTo(404);
    }

    private JsonNode ask(PersonRef person, UUID mac) {
        UUID block = macs.block(acme.scope(), mac, app, Instant.now());
        Api.Answer answer = acme.as(person).post(REQUESTS, Map.of("eventId", block, "justification", WHY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private String team(String name, Map<String, Object> draft) {
        Api.Answer answer = admin.post(TEAMS, draft);
        assertThat(answer.status()).as(name + answer.body()).isEqualTo(201);
        return answer.json().at("/team/id").asString();
    }

    private void put(String into, PersonRef person, boolean leading) {
        assertThat(admin.put(TEAMS + "/" + into + "/people/" + person.id(), Map.of("lead", leading))
                        .status())
                .isEqualTo(200);
    }

    private List<String> ids(String query) {
        return browser.get(REQUESTS + query)
                .json()
                .at("/items")
                .valueStream()
                .map(TeamRequestIT::id)
                .toList();
    }

    private static String id(JsonNode request) {
        return request.at("/id").asString();
    }
}
