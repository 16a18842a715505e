package io.gatehouse.santa.requests;

import static io.gatehouse.santa.requests.SoftwareRequestIT.approval;
import static io.gatehouse.santa.requests.SoftwareRequestIT.path;
import static io.gatehouse.santa.requests.SoftwareRequestIT.recommended;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDatabase;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Requests that need two groups, one of them a person without any right to decide. */
@ServerTest
final class SeveralApproversIT {

    private static final String REQUESTS = "/api/organizations/{o}/requests";
    private static final String INBOX = REQUESTS + "/inbox";
    private static final String WHY = "Needed for the quarterly report";
    private static final Map<String, Object> EVERYWHERE = Map.of("kind", "ORGANIZATION");

    private final TestOrganizations organizations;
    private final Macs macs;

    private TestOrganization acme;
    private PersonRef designer;
    private Api eve;
    private Api admin;
    private Api design;
    private SignedFile app;
    private UUID mac;
    private JsonNode asked;

    @Autowired
    SeveralApproversIT(TestOrganizations organizations, Macs macs) {
        this.organizations = organizations;
        this.macs = macs;
    }

    @BeforeEach
    void aRequestThatSecurityAndADesignerMustAgreeTo() throws SQLException {
        acme = organizations.enterprise();
        eve = acme.as(Role.END_USER);
        admin = acme.as(Role.SECURITY_ADMIN);
        designer = acme.another(Role.END_USER);
        design = acme.as(designer);
        mac = macs.device(acme.scope(), "eves-mac", acme.person(Role.END_USER));
        app = Macs.signed("Figures");
        publish(designer);
        asked = ask(eve);
    }

    @Test
    void thePathTellsWhomItWaitsForAndWhoDecidedByWhatRight() {
        JsonNode hers = eve.get(path(asked)).json();
        assertThat(texts(hers.at("/waitsFor"))).containsExactly("Security", "Design");
        JsonNode stage = hers.at("/path/stages/0");
        assertThat(stage.at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(stage.at("/needs/kind").asString()).isEqualTo("ALL");
        assertThat(stage.at("/groups/1/mayDecide/0/displayName").asString()).isEqualTo(designer.displayName());

        JsonNode seen = admin.get(path(asked)).json();
        Api.Answer first = admin.post(path(asked) + "/approve", approval(seen, recommended(seen), EVERYWHERE));
        assertThat(first.json().at("/state").asString()).as(first.body()).isEqualTo("IN_REVIEW");
        JsonNode half = eve.get(path(asked)).json();
        assertThat(texts(half.at("/waitsFor"))).containsExactly("Design");
        assertThat(half.at("/path/stages/0/groups/0/met").asBoolean()).isTrue();
        assertThat(half.at("/path/decisions/0/authority").asString()).isEqualTo("permission:request.decide");
        assertThat(half.at("/agreed").isNull()).isTrue();

        JsonNode theirs = design.get(path(asked)).json();
        assertThat(theirs.at("/mayDecide").asBoolean()).isTrue();
        assertThat(theirs.at("/agreed/by").asString())
                .isEqualTo(acme.person(Role.SECURITY_ADMIN).displayName());
        Api.Answer second = design.post(path(asked) + "/approve", approval(theirs, recommended(theirs), EVERYWHERE));
        assertThat(second.json().at("/state").asString()).as(second.body()).isEqualTo("APPROVED");
        assertThat(second.json().at("/path/stages/0/state").asString()).isEqualTo("SATISFIED");
    }

    @Test
    void theInboxHoldsWhatAwaitsOnesOwnWordAndNothingElse() {
        assertThat(ids(design.get(INBOX).json())).containsExactly(id(asked));
        assertThat(ids(admin.get(INBOX).json())).containsExactly(id(asked));
        assertThat(ids(eve.get(INBOX).json())).isEmpty();
        assertThat(ids(acme.as(acme.another(Role.END_USER)).get(INBOX).json())).isEmpty();

        JsonNode second = ask(eve);
        JsonNode page = design.get(INBOX + "?limit=1").json();
        assertThat(ids(page)).containsExactly(id(second));
        assertThat(page.at("/waiting").asInt()).isEqualTo(2);
        JsonNode rest = design.get(INBOX + "?limit=1&cursor=" + page.at("/next").asString())
                .json();
        assertThat(ids(rest)).containsExactly(id(asked));
        assertThat(rest.at("/next").isNull()).isTrue();

        Api.Answer left = design.post(path(second) + "/abstain", Map.of("contentHash", hash(second)));
        assertThat(left.status()).as(left.body()).isEqualTo(200);
        assertThat(ids(design.get(INBOX).json())).containsExactly(id(asked));
        assertThat(design.get(path(second)).status()).isEqualTo(200);
    }

    @Test
    void aQuestionStopsTheDecidingUntilTheRequesterSaysMore() {
        JsonNode seen = admin.get(path(asked)).json();
        admin.post(path(asked) + "/approve", approval(seen, recommended(seen), EVERYWHERE));
        Api.Answer question = design.post(
                path(asked) + "/ask-back",
                Map.of("question", "Which customer sends these?", "contentHash", hash(asked)));
        assertThat(question.json().at("/state").asString()).as(question.body()).isEqualTo("CHANGES_REQUESTED");
        assertThat(ids(design.get(INBOX).json())).isEmpty();
        assertThat(problem(design.post(path(asked) + "/abstain", Map.of("contentHash", hash(asked)))))
                .endsWith("waits-for-requester");
        assertThat(eve.get(path(asked)).json().at("/timeline/0/words").asString())
                .isEqualTo("Which customer sends these?");

        JsonNode revised = eve.post(path(asked) + "/revise", revision("Contoso sends them each quarter", asked))
                .json();
        assertThat(revised.at("/state").asString()).isEqualTo("IN_REVIEW");
        assertThat(revised.at("/version").asInt()).isEqualTo(2);
        assertThat(revised.at("/justification").asString()).isEqualTo("Contoso sends them each quarter");
        assertThat(revised.at("/formerVersions/0/justification").asString()).isEqualTo(WHY);
        assertThat(revised.at("/path/decisions/0/stale").asBoolean()).isTrue();
        assertThat(texts(revised.at("/waitsFor"))).containsExactly("Security", "Design");
        assertThat(ids(design.get(INBOX).json())).containsExactly(id(asked));
        assertThat(problem(design.post(path(asked) + "/abstain", Map.of("contentHash", hash(asked)))))
                .endsWith("content-changed");
    }

    @Test
    void onlyWhoAskedChangesItAndOnlyWhatTheyLookedAtWhileItIsOpen() {
        Map<String, Object> words = revision("Somebody else says so now", asked);
        assertThat(problem(admin.post(path(asked) + "/revise", words))).endsWith("not-the-requester");
        assertThat(acme.as(acme.another(Role.END_USER))
                        .post(path(asked) + "/revise", words)
                        .status())
                .isEqualTo(404);
        assertThat(eve.post(path(asked) + "/revise", revision(WHY, asked)).status())
                .isEqualTo(422);
        assertThat(eve.post(path(asked) + "/revise", words).status()).isEqualTo(200);
        assertThat(problem(eve.post(path(asked) + "/revise", revision("A second tab says this", asked))))
                .endsWith("content-changed");
        JsonNode now = eve.get(path(asked)).json();
        eve.post(path(asked) + "/withdraw");
        assertThat(problem(eve.post(path(asked) + "/revise", revision("Too late, it is closed", now))))
                .endsWith("already-decided");
        assertThat(problem(admin.post(path(asked) + "/abstain", Map.of("contentHash", hash(now)))))
                .endsWith("already-decided");
    }

    @Test
    void whoIsNotAskedNeitherSeesNorDecidesItAndNobodyDecidesTheirOwn() {
        Api stranger = acme.as(acme.another(Role.END_USER));
        Api foreign = organizations.enterprise().as(Role.SECURITY_ADMIN);
        Map<String, String> words = Map.of("abstain", "comment", "ask-back", "question", "deny", "reason");
        words.forEach((word, field) -> {
            String there = path(asked) + "/" + word;
            Map<String, Object> said = Map.of(field, "What would this be for?", "contentHash", hash(asked));
            assertThat(stranger.post(there, said).status()).as(word).isEqualTo(404);
            assertThat(foreign.post(there, said).status()).as(word).isEqualTo(404);
            assertThat(problem(eve.post(there, said))).as(word).endsWith("own-request");
        });
        assertThat(eve.post(path(asked) + "/ask-back", Map.of("question", "?", "contentHash", hash(asked)))
                        .status())
                .isEqualTo(422);
        assertThat(eve.get(path(asked)).json().at("/state").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void whoDoesNotDecideForAllWidensNothingByThemselves() {
        JsonNode seen = design.get(path(asked)).json();
        assertThat(design.post(path(asked) + "/approve", approval(seen, recommended(seen), EVERYWHERE))
                        .status())
                .isEqualTo(403);
        Api.Answer own = design.post(
                path(asked) + "/approve", approval(seen, recommended(seen), Map.of("kind", "DEVICE", "deviceId", mac)));
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(seen.at("/software/devices").isNull()).isTrue();
    }

    @Test
    void wordsSentTwiceOrAtOnceCountOnce() throws Exception {
        JsonNode seen = admin.get(path(asked)).json();
        Map<String, Object> terms = approval(seen, recommended(seen), EVERYWHERE);
        List<Api.Answer> answers = atOnce(admin, path(asked) + "/approve", terms, 4);
        assertThat(answers).extracting(Api.Answer::status).containsOnlyOnce(200);
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 409);
        List<Api.Answer> last = atOnce(design, path(asked) + "/approve", terms, 4);
        assertThat(last).extracting(Api.Answer::status).containsOnlyOnce(200);
        JsonNode after = admin.get(path(asked)).json();
        assertThat(after.at("/state").asString()).isEqualTo("APPROVED");
        assertThat(after.at("/path/decisions").size()).isEqualTo(2);
    }

    private static List<Api.Answer> atOnce(Api who, String path, Map<String, Object> body, int times) throws Exception {
        CyclicBarrier start = new CyclicBarrier(times);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> running = new ArrayList<>();
            for (int each = 0; each < times; each++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return who.post(path, body);
                }));
            }
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private JsonNode ask(Api who) {
        SignedFile file = asked == null ? app : Macs.signed("Charts");
        macs.file(acme.scope(), file);
        UUID block = macs.block(acme.scope(), mac, file, Instant.now());
        Api.Answer answer = who.post(REQUESTS, Map.of("eventId", block, "justification", WHY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static Map<String, Object> revision(String justification, JsonNode seen) {
        return Map.of("justification", justification, "contentHash", hash(seen));
    }

    private static String hash(JsonNode request) {
        return request.at("/contentHash").asString();
    }

    private static String id(JsonNode request) {
        return request.at("/id").asString();
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/items").valueStream().map(SeveralApproversIT::id).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String problem(Api.Answer answer) {
        return answer.json().at("/type").asString();
    }

    private void publish(PersonRef person) throws SQLException {
        var database = TestDatabase.database();
        try (var connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("set app.organization = '" + acme.id() + "'");
            statement.executeUpdate("""
                    insert into approvals.policy (organization_id, kind, version, document) values ('%s', 'SOFTWARE', 1,
                    '{"name": "Two groups", "routes": [], "otherwise": {"separation": ["REQUESTER"], "expiry": "P30D",
                      "freshness": "P7D", "stages": [{"id": "review", "name": "Review", "after": [], "veto": "ENDS",
                        "keeps": [], "escalations": [], "requirement": {"kind": "ALL", "of": [
                          {"kind": "GROUP", "name": "Security", "seats": [{"who": {"kind": "PERMISSION",
                            "permission": "request.decide"}, "weight": 1}], "fallback": [],
                            "quorum": {"kind": "MINIMUM", "people": 1}},
                          {"kind": "GROUP", "name": "Design", "seats": [{"who": {"kind": "PERSON", "person": "%s"},
                            "weight": 1}], "fallback": [], "quorum": {"kind": "MINIMUM", "people": 1}}]}}]}}')
                    """.formatted(acme.id(), person.id()));
        }
    }
}
