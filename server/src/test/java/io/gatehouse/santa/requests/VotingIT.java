package io.gatehouse.santa.requests;

import static io.gatehouse.santa.requests.SoftwareRequestIT.approval;
import static io.gatehouse.santa.requests.SoftwareRequestIT.recommended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

/** People vote on what was blocked: on their own Macs it runs then, for everybody it is asked for. */
@ServerTest
final class VotingIT {

    private static final String O = "/api/organizations/{o}";
    private static final String SETTINGS = O + "/voting-settings";
    private static final String BAD = "It sends the address book away";

    private final TestOrganizations organizations;
    private final Macs macs;

    private TestOrganization acme;
    private Api admin;
    private SignedFile app;

    @Autowired
    VotingIT(TestOrganizations organizations, Macs macs) {
        this.organizations = organizations;
        this.macs = macs;
    }

    /** Two votes grant locally, three propose; one department brings at most half of either. */
    @BeforeEach
    void votingIsOpen() {
        acme = organizations.enterprise();
        admin = acme.as(Role.SECURITY_ADMIN);
        app = Macs.signed("Figures");
        macs.file(acme.scope(), app);
        settings(true, 2, 3, 2, 100);
    }

    @Test
    void enoughVotesLetTheVotersRunItOnTheirOwnMacsAndNobodyElse() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        Voter other = new Voter("Design");
        JsonNode first = eve.up().json();
        assertThat(first.at("/weight").asInt()).isEqualTo(100);
        assertThat(tally(first, "/towardsLocal")).isEqualTo(100);
        assertThat(rules()).isEmpty();

        JsonNode second = adam.up().json();
        assertThat(option(second).at("/ballot/granting").asBoolean()).isTrue();
        assertThat(devices()).containsExactlyInAnyOrder(eve.mac, adam.mac);
        assertThat(other.up().status()).isEqualTo(200);
        assertThat(devices()).containsExactlyInAnyOrder(eve.mac, adam.mac, other.mac);
        assertThat(rules().getFirst().at("/policy").asString()).isEqualTo("ALLOWLIST");
    }

    @Test
    void enoughVotesForAllMakeOneRequestWhichSomebodyWhoDidNotVoteMustApprove() {
        List<Voter> people = List.of(new Voter("Sales"), new Voter("Design"), new Voter("Legal"), new Voter("Legal"));
        people.forEach(Voter::up);
        List<JsonNode> requests = requests();
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().at("/state").asString()).isEqualTo("IN_REVIEW");
        assertThat(requests.getFirst().at("/justification").asString()).startsWith("3 people have voted");
        assertThat(rules()).noneMatch(rule -> rule.at("/scope/kind").asString().equals("ORGANIZATION"));

        JsonNode seen = admin.get(request(requests.getFirst())).json();
        admin.post(request(seen) + "/approve", approval(seen, recommended(seen), Map.of("kind", "ORGANIZATION")));
        assertThat(rules()).anyMatch(rule -> rule.at("/scope/kind").asString().equals("ORGANIZATION"));
        await().untilAsserted(() -> assertThat(people.getFirst()
                        .api
                        .get(O + "/my/vote-weight")
                        .json()
                        .at("/right")
                        .asInt())
                .isEqualTo(1));
    }

    @Test
    void aRequestWhosePolicyHasVotesWaitsForThemAndNoVoterDecidesIt() {
        publish();
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        Voter voting = new Voter("Legal", Role.SECURITY_ADMIN);
        UUID block = macs.block(acme.scope(), eve.mac, app, Instant.now());
        JsonNode asked = eve.api
                .post(O + "/requests", Map.of("eventId", block, "justification", "Needed for the report"))
                .json();
        assertThat(asked.at("/path/stages/0/needs/kind").asString()).isEqualTo("VOTES");
        assertThat(asked.at("/path/stages/0/state").asString()).isEqualTo("ACTIVE");
        assertThat(admin.get(request(asked)).json().at("/mayDecide").asBoolean())
                .isFalse();

        eve.up();
        adam.up();
        voting.up();
        JsonNode now = admin.get(request(asked)).json();
        assertThat(now.at("/path/stages/0/state").asString()).isEqualTo("SATISFIED");
        assertThat(now.at("/path/stages/1/state").asString()).isEqualTo("ACTIVE");
        assertThat(requests()).as("the request that was there is the one").hasSize(1);
        Api.Answer own = voting.api.post(
                request(asked) + "/approve", approval(now, recommended(now), Map.of("kind", "ORGANIZATION")));
        assertThat(problem(own)).endsWith("already-decided-by-you");
        Api.Answer approved = admin.post(
                request(asked) + "/approve", approval(now, recommended(now), Map.of("kind", "ORGANIZATION")));
        assertThat(approved.json().at("/state").asString()).as(approved.body()).isEqualTo("APPROVED");
    }

    @Test
    void whoSaysThatItLooksBadFreezesItUntilAReview() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        Voter doubter = new Voter("Legal");
        eve.up();
        assertThat(doubter.vote("DOWN", null).status()).isEqualTo(422);
        assertThat(list(adam.api, "OPEN")).hasSize(1);
        assertThat(list(adam.api, "SUSPECT")).isEmpty();
        assertThat(option(doubter.vote("DOWN", BAD).json()).at("/ballot/state").asString())
                .isEqualTo("SUSPECT");
        assertThat(problem(adam.up())).endsWith("waits-for-review");
        JsonNode seen = option(adam.page());
        assertThat(seen.at("/ballot/flags/0/reason").asString()).isEqualTo(BAD);
        assertThat(seen.at("/ballot/votes")).as("who said so is for reviewers").isEmpty();
        String ballot = O + "/ballots/" + seen.at("/ballot/id").asString();

        assertThat(eve.api
                        .post(ballot + "/clear", Map.of("reason", "I looked at it"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(ballot + "/clear", Map.of("reason", "ok")).status())
                .isEqualTo(422);
        JsonNode cleared = admin.post(ballot + "/clear", Map.of("reason", "It only counts contacts"))
                .json();
        assertThat(cleared.at("/state").asString()).isEqualTo("OPEN");
        assertThat(cleared.at("/votes").size()).isEqualTo(2);
        assertThat(problem(doubter.vote("UP", null)))
                .as("turning round is fine")
                .isEmpty();
        assertThat(problem(doubter.vote("DOWN", BAD))).as("once answered").endsWith("flag-answered");
        assertThat(devices()).containsExactlyInAnyOrder(eve.mac, doubter.mac);
    }

    @Test
    void whatIsFoundBadRunsForNobodyAndAResetKeepsOldVotesWithoutCountingThem() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        eve.up();
        String ballot =
                O + "/ballots/" + option(adam.up().json()).at("/ballot/id").asString();
        assertThat(devices()).hasSize(2);
        assertThat(admin.post(ballot + "/condemn", Map.of("reason", "It is a known thief"))
                        .json()
                        .at("/state")
                        .asString())
                .isEqualTo("CONDEMNED");
        assertThat(rules()).isEmpty();
        assertThat(problem(new Voter("Legal").up())).endsWith("found-bad");

        JsonNode reset = admin.post(ballot + "/reset", Map.of("reason", "A new version came out"))
                .json();
        assertThat(reset.at("/round").asInt()).isEqualTo(2);
        assertThat(reset.at("/tally/up").asInt()).isZero();
        assertThat(problem(eve.up())).as("everybody votes anew").isEmpty();
        assertThat(rules()).isEmpty();
        assertThat(acme.as(Role.AUDITOR)
                        .get(O + "/ledger/entries?action=ballot.reset")
                        .body())
                .contains("A new version came out");
    }

    @Test
    void oneDepartmentAloneReachesNothing() {
        settings(true, 2, 3, 2, 50);
        List<Voter> sales = List.of(new Voter("Sales"), new Voter("Sales"), new Voter("Sales"), new Voter("Sales"));
        sales.forEach(Voter::up);
        assertThat(tally(sales.getFirst().page(), "/towardsLocal")).isEqualTo(100);
        assertThat(tally(sales.getFirst().page(), "/towardsProposal")).isEqualTo(150);
        assertThat(rules()).isEmpty();
        new Voter("Design").up();
        assertThat(devices()).hasSize(5);
        assertThat(requests()).isEmpty();
    }

    @Test
    void nobodyVotesTwiceForSomebodyElseWithoutAMacOrElsewhere() {
        Voter eve = new Voter("Sales");
        eve.up();
        assertThat(problem(eve.up())).endsWith("already-voted");
        macs.device(acme.scope(), "second-mac", eve.person);
        assertThat(problem(eve.up())).as("two Macs, one vote").endsWith("already-voted");
        Api without = acme.as(acme.another(Role.END_USER));
        assertThat(problem(without.post(votes(), vote("UP", null)))).endsWith("not-a-voter");
        assertThat(without.get(votes()).json().at("/whyNot").asString()).isNotEmpty();
        Api foreign = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(foreign.post(votes(), vote("UP", null)).status()).isEqualTo(409);
        assertThat(foreign.get(votes()).status()).isEqualTo(404);
        String ballot = O + "/ballots/" + option(eve.page()).at("/ballot/id").asString();
        assertThat(foreign.post(ballot + "/reset", Map.of("reason", "Not my own ballot"))
                        .status())
                .isEqualTo(404);
        Map<String, Object> other = new HashMap<>(vote("UP", null));
        other.put("identifier", "ab".repeat(32));
        assertThat(new Voter("Legal").api.post(votes(), other).status())
                .as("another hash")
                .isEqualTo(422);
        assertThat(acme.asProgram(List.of(Permission.REQUEST_CREATE))
                        .post(votes(), vote("UP", null))
                        .status())
                .as("programs do not vote")
                .isEqualTo(403);
    }

    @Test
    void aVoterWhoLeavesCountsNoMoreAndTheirMacForgetsWhatTheyWereGranted() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        PersonRef heir = acme.another(Role.END_USER);
        eve.up();
        adam.up();
        assertThat(devices()).containsExactlyInAnyOrder(eve.mac, adam.mac);
        assertThat(admin.post(
                                O + "/people/" + adam.person.id() + "/remove",
                                Map.of("reason", "Left the company", "successorId", heir.id()))
                        .status())
                .isEqualTo(204);
        assertThat(devices()).containsExactly(eve.mac);
        assertThat(tally(eve.page(), "/up")).isEqualTo(1);
    }

    @Test
    void whatARuleBlocksNobodyVotesFor() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        eve.up();
        rule("TEAMID", app.teamId(), Map.of("kind", "ORGANIZATION"));
        assertThat(problem(adam.up())).endsWith("blocked-by-rule");
        assertThat(adam.page().at("/blocked").asBoolean()).isTrue();
    }

    @Test
    void votesReplaceNoRuleThatAnAdministratorMadeForOneMac() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        rule("BINARY", app.sha256(), Map.of("kind", "DEVICE", "deviceId", eve.mac));
        eve.up();
        adam.up();
        assertThat(rules().stream().filter(rule -> rule.at("/policy").asString().equals("ALLOWLIST")))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.at("/scope/device/id").asString()).isEqualTo(adam.mac.toString()));
    }

    @Test
    void racingVotesMakeEachRuleAndTheRequestOnce() throws Exception {
        List<Voter> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(new Voter("Department " + i));
        }
        people.forEach(person -> person.api.get(votes()));
        CyclicBarrier start = new CyclicBarrier(people.size() * 2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (Voter person : people) {
                for (int twice = 0; twice < 2; twice++) {
                    running.add(threads.submit(() -> {
                        start.await();
                        return person.up().status();
                    }));
                }
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> each : running) {
                answers.add(each.get());
            }
            assertThat(answers).containsOnly(200, 409);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(6);
        }
        assertThat(devices()).hasSize(6).doesNotHaveDuplicates();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void settingsAreChangedByWhoManagesPoliciesOneAfterTheOther() {
        JsonNode kept = admin.get(SETTINGS).json();
        Map<String, Object> same = Map.of("version", kept.at("/version").asInt() - 1, "settings", kept.at("/settings"));
        assertThat(admin.put(SETTINGS, same).status()).isEqualTo(409);
        assertThat(put(settingsOf(true, 2, 3, 2, 5)).status()).isEqualTo(422);
        Map<String, Object> wide = settingsOf(true, 2, 3, 2, 50);
        wide.put(
                "thresholds",
                Map.of("BINARY", enough(2, 3, 2), "SIGNINGID", enough(2, 3, 2), "TEAMID", enough(2, 3, 2)));
        Api.Answer answer = put(wide);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("always needs approvers");
        settings(false, 2, 3, 2, 50);
        assertThat(problem(new Voter("Sales").up())).endsWith("voting-closed");
    }

    /** Somebody of a department with a Mac on which the file was blocked. */
    private final class Voter {

        private final PersonRef person;
        private final Api api;
        private final UUID mac;

        Voter(String department) {
            this(department, Role.END_USER);
        }

        Voter(String department, Role role) {
            person = acme.another(role);
            api = acme.as(person);
            mac = macs.device(acme.scope(), "mac-" + UUID.randomUUID(), person);
            macs.block(acme.scope(), mac, app, Instant.now());
            Map<String, Object> profile =
                    new HashMap<>(Map.of("department", department, "title", "", "costCenter", ""));
            profile.put("managerId", null);
            Api.Answer answer = admin.put(O + "/people/" + person.id() + "/profile", profile);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }

        Api.Answer up() {
            return vote("UP", null);
        }

        Api.Answer vote(String side, String reason) {
            return api.post(votes(), VotingIT.this.vote(side, reason));
        }

        JsonNode page() {
            return api.get(votes()).json();
        }
    }

    private String votes() {
        return O + "/votes/" + app.sha256();
    }

    private Map<String, Object> vote(String side, String reason) {
        Map<String, Object> vote = new HashMap<>();
        vote.put("ruleType", "BINARY");
        vote.put("identifier", app.sha256());
        vote.put("side", side);
        vote.put("reason", reason);
        return vote;
    }

    /** The exact file among the ways to allow it. */
    private static JsonNode option(JsonNode page) {
        return page.at("/options")
                .valueStream()
                .filter(option -> option.at("/ruleType").asString().equals("BINARY"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page));
    }

    private static int tally(JsonNode page, String field) {
        return option(page).at("/ballot/tally" + field).asInt();
    }

    private List<JsonNode> rules() {
        return admin.get(O + "/rules?limit=100")
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private List<UUID> devices() {
        return rules().stream()
                .map(rule -> UUID.fromString(rule.at("/scope/device/id").asString()))
                .toList();
    }

    private List<JsonNode> requests() {
        return admin.get(O + "/requests").json().at("/items").valueStream().toList();
    }

    private static List<JsonNode> list(Api who, String state) {
        return who.get(O + "/ballots?limit=1&state=" + state)
                .json()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static String request(JsonNode request) {
        return O + "/requests/" + request.at("/id").asString();
    }

    private static String problem(Api.Answer answer) {
        return answer.status() < 300 ? "" : answer.json().at("/type").asString();
    }

    private void rule(String type, String identifier, Map<String, Object> scope) {
        Api.Answer answer = admin.post(
                O + "/rules",
                Map.of("ruleType", type, "identifier", identifier, "policy", "BLOCKLIST", "scope", scope));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void settings(boolean open, int local, int proposal, int condemnation, int share) {
        Api.Answer answer = put(settingsOf(open, local, proposal, condemnation, share));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Api.Answer put(Map<String, Object> settings) {
        int version = admin.get(SETTINGS).json().at("/version").asInt();
        return admin.put(SETTINGS, Map.of("version", version, "settings", settings));
    }

    private static Map<String, Object> settingsOf(boolean open, int local, int proposal, int condemnation, int share) {
        Map<String, Object> enough = enough(local, proposal, condemnation);
        Map<String, Object> team = new HashMap<>(enough);
        team.put("local", null);
        return new HashMap<>(Map.of(
                "open",
                open,
                "thresholds",
                Map.of("BINARY", enough, "SIGNINGID", enough, "TEAMID", team),
                "weights",
                Map.of(),
                "largestShare",
                share));
    }

    private static Map<String, Object> enough(int local, int proposal, int condemnation) {
        return Map.of("local", local, "proposal", proposal, "condemnation", condemnation);
    }

    /** Votes first, then one who decides. */
    private void publish() {
        String policies = O + "/approval-policies/SOFTWARE";
        Map<String, Object> group = Map.of(
                "kind", "GROUP",
                "name", "Deciders",
                "seats",
                        List.of(Map.of(
                                "who", Map.of("kind", "PERMISSION", "permission", "request.decide"), "weight", 1)),
                "fallback", List.of(),
                "quorum", Map.of("kind", "MINIMUM", "people", 1));
        Map<String, Object> path = new HashMap<>(Map.of(
                "stages",
                List.of(stage("votes", List.of(), Map.of("kind", "VOTES")), stage("decision", List.of("votes"), group)),
                "separation",
                List.of("REQUESTER"),
                "expiry",
                "P30D",
                "freshness",
                "P7D"));
        path.put("emergency", null);
        Map<String, Object> policy = Map.of("name", "Votes first", "routes", List.of(), "otherwise", path);
        JsonNode draft = admin.put(policies + "/draft", Map.of("version", 0, "policy", policy))
                .json();
        Api.Answer published = admin.post(
                policies + "/publish", Map.of("draft", draft.at("/version").asInt()));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    private static Map<String, Object> stage(String id, List<String> after, Map<String, Object> requirement) {
        Map<String, Object> stage = new HashMap<>(Map.of(
                "id", id,
                "name", id,
                "after", after,
                "requirement", requirement,
                "veto", "ENDS",
                "keeps", List.of(),
                "escalations", List.of()));
        stage.put("when", null);
        return stage;
    }
}
