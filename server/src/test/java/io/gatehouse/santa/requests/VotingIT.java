package io.gatehouse.santa.requests;

import static io.gatehouse.santa.requests.SoftwareRequestIT.approval;
import static io.gatehouse.santa.requests.SoftwareRequestIT.recommended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People vote on what was blocked: on their own Macs it runs then, for everybody it is asked for. */
@ServerTest
final class VotingIT extends VotingScene {

    @Autowired
    VotingIT(TestOrganizations organizations, Macs macs) {
        super(organizations, macs);
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
        admin.post(request(seen) + "/approve", approval(seen, recommended(seen), EVERYWHERE));
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
        Api.Answer own = voting.api.post(request(asked) + "/approve", approval(now, recommended(now), EVERYWHERE));
        assertThat(problem(own)).endsWith("already-decided-by-you");
        Api.Answer approved = admin.post(request(asked) + "/approve", approval(now, recommended(now), EVERYWHERE));
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
    void whatThoseWhoDecideRefuseForEverybodyRunsForNobodyAndTheVotersWereWrong() {
        List<Voter> people = List.of(new Voter("Sales"), new Voter("Design"), new Voter("Legal"));
        people.forEach(Voter::up);
        assertThat(devices()).hasSize(3);
        JsonNode asked = requests().getFirst();
        JsonNode seen = admin.get(request(asked)).json();
        admin.post(
                request(asked) + "/deny",
                Map.of(
                        "reason",
                        "It is not licensed here",
                        "contentHash",
                        seen.at("/contentHash").asString()));
        await().untilAsserted(() -> assertThat(
                        option(people.getFirst().page()).at("/ballot/state").asString())
                .isEqualTo("CONDEMNED"));
        assertThat(rules()).isEmpty();
        JsonNode weight = people.getFirst().api.get(O + "/my/vote-weight").json();
        assertThat(weight.at("/outcomes").asInt()).isEqualTo(1);
        assertThat(weight.at("/right").asInt()).isZero();
        assertThat(weight.at("/factor").asInt()).as("one outcome says nothing").isEqualTo(100);
    }

    @Test
    void votesForTheFileDoNotKeepVotesForTheProgramFromGranting() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        for (Voter voter : List.of(eve, adam)) {
            voter.up();
            Map<String, Object> wide = vote("UP", null);
            wide.put("ruleType", "SIGNINGID");
            wide.put("identifier", app.signingId());
            assertThat(voter.api.post(votes(), wide).status()).isEqualTo(200);
        }
        assertThat(rules()).hasSize(4);
    }
}
