package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestSlack;
import io.gatehouse.testkit.slack.SlackCall;
import io.gatehouse.testkit.slack.SlackMessage;
import io.gatehouse.testkit.slack.SlackServer;
import io.gatehouse.testkit.slack.SlackTeam;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Requests told and decided in a Slack that checks tokens, limits and forgets as the real one does. */
@ServerTest
final class SlackIT {

    private static final String SLACK = "/api/organizations/{o}/slack";
    private static final String ACCOUNT = SLACK + "/account";
    private static final String INTERACTIONS = "/api/slack/{o}/interactions";
    private static final String DECIDER = "UDECIDER";
    private static final SlackServer SLACK_ITSELF = TestSlack.SLACK;
    private static final Statement WHY = Statement.of("justification", "Needed for <!channel> & the quarter");

    private final Approvals approvals;
    private final TestOrganizations organizations;
    private final TestClock clock;

    private TestOrganization acme;
    private SlackTeam team;
    private Desk desk;
    private Api admin;

    @Autowired
    SlackIT(Approvals approvals, TestOrganizations organizations, TestClock clock) {
        this.approvals = approvals;
        this.organizations = organizations;
        this.clock = clock;
    }

    @BeforeEach
    void connect() {
        acme = organizations.enterprise();
        team = SLACK_ITSELF.team();
        desk = new Desk(approvals, acme);
        admin = acme.as(Role.SECURITY_ADMIN);
        assertThat(admin.put(SLACK, draft(team, 30)).status()).isEqualTo(200);
    }

    @Test
    void aRequestIsToldAndItsMessageFollowsWhatBecomesOfIt() {
        RequestView asked = submit("5");
        SlackMessage told = message();
        assertThat(told.actions()).containsExactly("approve", "deny", "open");
        assertThat(told.all()).contains(asked.title(), "<!channel> & the quarter", "/requests/" + asked.id());
        assertThat(told.text()).doesNotContain("<!channel>");
        desk.approve(desk.deciding(), asked);
        SlackMessage after = await("Approved by");
        assertThat(after.ts()).isEqualTo(told.ts());
        assertThat(after.actions()).containsExactly("open");
        assertThat(SLACK_ITSELF.messages(team)).hasSize(1);
    }

    @Test
    void whoIsLinkedDecidesByTheirOwnRightsAndTheDecisionSaysWhere() {
        link(admin, DECIDER);
        RequestView asked = submit("5");
        assertThat(send(press("approve")).status()).isEqualTo(200);
        await("in Slack");
        RequestView approved = approvals.find(desk.deciding(), asked.id()).orElseThrow();
        assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
        assertThat(approved.decisions()).singleElement().satisfies(made -> {
            assertThat(made.means()).isEqualTo(new Means(Means.Channel.SLACK, Means.Factor.SINGLE));
            assertThat(made.person()).isEqualTo(acme.person(Role.SECURITY_ADMIN).id());
            assertThat(made.contentHash()).isEqualTo(asked.contentHash());
        });
        assertThat(whisper(DECIDER)).isEqualTo("You approved it.");
    }

    @Test
    void aDenialAsksForItsReasonFirst() {
        link(admin, DECIDER);
        RequestView asked = submit("5");
        assertThat(send(press("deny")).status()).isEqualTo(200);
        Awaitility.await().until(() -> SLACK_ITSELF.dialogs(team).size() == 1);
        JsonNode dialog = SLACK_ITSELF.dialogs(team).getFirst();
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.IN_REVIEW);
        assertThat(send(SLACK_ITSELF.submit(team, DECIDER, dialog, "Nobody knows its maker", clock.instant()))
                        .status())
                .isEqualTo(200);
        await("Denied by");
        assertThat(approvals.find(desk.deciding(), asked.id()).orElseThrow().decisions())
                .singleElement()
                .extracting("comment")
                .isEqualTo("Nobody knows its maker");
    }

    @Test
    void whatSlackDidNotSignNowAndForThisOrganizationIsRefused() {
        link(admin, DECIDER);
        RequestView asked = submit("5");
        SlackCall call = press("approve");
        SlackCall forged = SLACK_ITSELF.press(SLACK_ITSELF.team(), DECIDER, message(), "approve", clock.instant());
        Instant now = clock.instant();
        List<SlackCall> wrong = List.of(
                forged,
                new SlackCall(call.timestamp(), call.signature(), call.body() + "&x=y"),
                new SlackCall(Long.toString(now.getEpochSecond() + 1), call.signature(), call.body()),
                new SlackCall("", call.signature(), call.body()),
                new SlackCall("-" + call.timestamp(), call.signature(), call.body()),
                new SlackCall(call.timestamp(), "", call.body()),
                SLACK_ITSELF.press(team, DECIDER, message(), "approve", now.minusSeconds(302)),
                SLACK_ITSELF.press(team, DECIDER, message(), "approve", now.plusSeconds(302)));
        assertThat(wrong).allSatisfy(each -> assertThat(send(each).status()).isEqualTo(404));
        TestOrganization other = organizations.enterprise();
        assertThat(send(other, call).status()).isEqualTo(404);
        other.as(Role.SECURITY_ADMIN).put(SLACK, draft(SLACK_ITSELF.team(), 30));
        assertThat(send(other, call).status()).isEqualTo(404);
        assertThat(acme.anonymous()
                        .post("/api/slack/nonsense/interactions", "{}")
                        .status())
                .isEqualTo(404);
        String huge = call.body() + "A".repeat(200_000);
        assertThat(send(new SlackCall(call.timestamp(), call.signature(), huge)).status())
                .isEqualTo(413);
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.IN_REVIEW);
        assertThat(send(call).status()).isEqualTo(200);
        assertThat(send(call).status()).isEqualTo(404);
        await("in Slack");
        assertThat(SLACK_ITSELF.whispers(team, DECIDER)).hasSize(1);
    }

    @Test
    void whoIsNotLinkedIsToldHowAndDecidesNothing() {
        RequestView asked = submit("5");
        assertThat(send(press("approve")).status()).isEqualTo(200);
        assertThat(whisper(DECIDER)).contains("Link your Slack account", "/console/account");
        link(acme.as(Role.END_USER), "UREQUESTER");
        assertThat(send(SLACK_ITSELF.press(team, "UREQUESTER", message(), "approve", clock.instant()))
                        .status())
                .isEqualTo(200);
        assertThat(whisper("UREQUESTER")).contains("/requests/" + asked.id());
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void aLinkIsTheOneOfWhoSignedInToBothAndNoOther() {
        Api other = acme.as(acme.another(Role.SECURITY_ADMIN));
        String begun = begin(admin);
        String answer = answer(team, DECIDER, begun);
        assertThat(outcome(other, answer)).isEqualTo("refused");
        assertThat(outcome(admin, answer(SLACK_ITSELF.team(), DECIDER, begin(admin))))
                .isEqualTo("refused");
        assertThat(outcome(admin, ACCOUNT + "/answer?state=nonsense&code=nonsense"))
                .isEqualTo("refused");
        assertThat(admin.get(ACCOUNT).json().at("/linkedAt").isNull()).isTrue();
        assertThat(outcome(admin, answer)).isEqualTo("linked");
        assertThat(outcome(admin, answer)).isEqualTo("refused");
        String late = answer(team, "ULATE", begin(other));
        OwnerDatabase.update(
                acme.id(),
                "update notifications.slack_attempt set expires_at = now() where organization_id = ?",
                acme.id().value());
        assertThat(outcome(other, late)).isEqualTo("refused");
        assertThat(outcome(other, answer(team, DECIDER, begin(other)))).isEqualTo("refused");
        assertThat(admin.get(ACCOUNT).json().at("/linkedAt").isNull()).isFalse();
        assertThat(other.get(ACCOUNT).json().at("/linkedAt").isNull()).isTrue();
        assertThat(admin.delete(ACCOUNT).status()).isEqualTo(204);
        assertThat(outcome(other, answer(team, DECIDER, begin(other)))).isEqualTo("linked");
        other.freshFactor(null);
        assertThat(other.post(ACCOUNT + "/link").status()).isEqualTo(403);
        String book = acme.as(Role.AUDITOR)
                .get("/api/organizations/{o}/ledger/entries?limit=200")
                .body();
        assertThat(book).contains("person.link-slack", "person.unlink-slack", "slack.connect");
        assertThat(book).doesNotContain(team.botToken(), team.signingSecret(), team.clientSecret());
        assertThat(admin.get(SLACK).body()).doesNotContain(team.botToken(), team.signingSecret(), team.clientSecret());
    }

    @Test
    void whatIsNotPlainOrTooRiskyIsDecidedInTheConsoleWhateverAClientSends() {
        link(admin, DECIDER);
        RequestView risky = submit("80");
        assertThat(message().actions()).containsExactly("open");
        refusedInSlack(risky);
        RequestView intricate = desk.submit("intricate");
        refusedInSlack(intricate);
        assertThat(admin.put(SLACK, draft(team, null)).status()).isEqualTo(200);
        approvals.withdraw(desk.asking(), risky.id());
        refusedInSlack(submit("0"));
        refusedInSlack(new Desk(approvals, organizations.enterprise()).submit("plain"));
    }

    @Test
    void aDecisionIsBoundToWhatWasShown() {
        link(admin, DECIDER);
        RequestView asked = submit("5");
        SlackCall call = press("approve");
        approvals.revise(
                desk.asking(),
                asked.id(),
                new NewRequest(TestDoor.KIND, "plain", "Open plain", Map.of("what", "plain", "risk", "6"), WHY));
        assertThat(send(call).status()).isEqualTo(200);
        assertThat(whisper(DECIDER)).contains("/requests/" + asked.id());
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void whatTheOrganizationDemandsHoldsForSlackToo() {
        link(admin, DECIDER);
        RequestView asked = submit("5");
        assertThat(admin.put("/api/organizations/{o}/sign-in-demands", TestOrganizations.secondFactorForAll())
                        .status())
                .isEqualTo(200);
        assertThat(send(press("approve")).status()).isEqualTo(200);
        assertThat(whisper(DECIDER)).contains("decide in Gatehouse");
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void aPauseThatSlackAsksForIsKeptAndNothingIsLost() {
        SLACK_ITSELF.refuse(team, 429, 1, 1);
        submit("5");
        Awaitility.await()
                .until(() -> admin.get(SLACK)
                        .json()
                        .at("/workspace/problem")
                        .asString("")
                        .contains("pause"));
        assertThat(message().actions()).contains("approve");
        SLACK_ITSELF.refuse(team, 500, 0, 1);
        desk.submit("two");
        Awaitility.await().until(() -> SLACK_ITSELF.messages(team).size() == 2);
    }

    @Test
    void brokenDraftsAndStrangersAreRefused() {
        for (String field : List.of("channel", "clientId", "botToken", "signingSecret", "clientSecret")) {
            Map<String, Object> broken = new HashMap<>(draft(team, 30));
            broken.put(field, "<nonsense>");
            assertThat(admin.put(SLACK, broken).status()).as(field).isEqualTo(422);
        }
        assertThat(admin.put(SLACK, draft(team, 101)).status()).isEqualTo(422);
        Map<String, Object> stranger = new HashMap<>(draft(team, 30));
        stranger.put("botToken", "xoxb-somebody-elses-token");
        assertThat(admin.put(SLACK, stranger).body()).contains("invalid_auth");
        assertThat(admin.post(SLACK + "/test").status()).isEqualTo(204);
        assertThat(admin.get(SLACK).json().at("/interactions").asString())
                .endsWith(INTERACTIONS.replace("{o}", acme.id().toString()));
        Map<String, Object> kept = new HashMap<>(draft(team, 30));
        kept.keySet().removeAll(List.of("botToken", "signingSecret", "clientSecret"));
        assertThat(admin.put(SLACK, kept).status()).isEqualTo(200);
        Api foreign = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(foreign.get(SLACK).json().at("/workspace").isNull()).isTrue();
        assertThat(foreign.post(SLACK + "/test").status()).isEqualTo(404);
        assertThat(foreign.post(ACCOUNT + "/link").status()).isEqualTo(404);
        admin.freshFactor(null);
        assertThat(admin.put(SLACK, kept).status()).isEqualTo(403);
        assertThat(admin.delete(SLACK).status()).isEqualTo(403);
        admin.freshFactor(Map.of("factor", "PASSWORD", "secret", TestOrganizations.PASSWORD));
        assertThat(admin.delete(SLACK).status()).isEqualTo(204);
        assertThat(admin.get(SLACK).json().at("/workspace").isNull()).isTrue();
    }

    private void refusedInSlack(RequestView request) {
        int before = SLACK_ITSELF.whispers(team, DECIDER).size();
        String value = request.id() + " " + request.contentHash();
        assertThat(send(SLACK_ITSELF.pressed(team, DECIDER, "approve", value, clock.instant()))
                        .status())
                .isEqualTo(200);
        Awaitility.await().until(() -> SLACK_ITSELF.whispers(team, DECIDER).size() > before);
        assertThat(SLACK_ITSELF.whispers(team, DECIDER)).doesNotContain("You approved it.");
    }

    private RequestView submit(String risk) {
        return approvals.submit(
                desk.asking(),
                new NewRequest(TestDoor.KIND, "plain", "Open plain", Map.of("what", "plain", "risk", risk), WHY));
    }

    private static Map<String, Object> draft(SlackTeam team, @Nullable Integer highestRisk) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("channel", team.channel());
        draft.put("clientId", team.clientId());
        draft.put("botToken", team.botToken());
        draft.put("signingSecret", team.signingSecret());
        draft.put("clientSecret", team.clientSecret());
        draft.put("highestRisk", highestRisk);
        return draft;
    }

    private SlackMessage message() {
        Awaitility.await().until(() -> !SLACK_ITSELF.messages(team).isEmpty());
        return SLACK_ITSELF.messages(team).getFirst();
    }

    private SlackMessage await(String text) {
        Awaitility.await().until(() -> message().all().contains(text));
        return message();
    }

    private String whisper(String user) {
        Awaitility.await().until(() -> !SLACK_ITSELF.whispers(team, user).isEmpty());
        return SLACK_ITSELF.whispers(team, user).getLast();
    }

    private SlackCall press(String action) {
        return SLACK_ITSELF.press(team, DECIDER, message(), action, clock.instant());
    }

    private Api.Answer send(SlackCall call) {
        return send(acme, call);
    }

    private static Api.Answer send(TestOrganization organization, SlackCall call) {
        return organization
                .anonymous()
                .send(
                        "POST",
                        INTERACTIONS,
                        call.body(),
                        Map.of(
                                "Content-Type", "application/x-www-form-urlencoded",
                                "X-Slack-Request-Timestamp", call.timestamp(),
                                "X-Slack-Signature", call.signature()));
    }

    private void link(Api person, String user) {
        assertThat(outcome(person, answer(team, user, begin(person)))).isEqualTo("linked");
    }

    private static String begin(Api person) {
        Api.Answer begun = person.post(ACCOUNT + "/link");
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        return begun.json().at("/address").asString();
    }

    private static String answer(SlackTeam team, String user, String begun) {
        URI back = SLACK_ITSELF.agree(team, user, begun);
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static String outcome(Api person, String answer) {
        Api.Answer sent = person.get(answer);
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.header("Location").replaceAll(".*slack=", "");
    }
}
