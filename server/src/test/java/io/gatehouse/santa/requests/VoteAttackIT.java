package io.gatehouse.santa.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Crowds, second votes, races and warnings brushed aside: people who try to get more by votes than they may. */
@ServerTest
final class VoteAttackIT extends VotingScene {

    @Autowired
    VoteAttackIT(TestOrganizations organizations, Macs macs) {
        super(organizations, macs);
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
        rule("TEAMID", app.teamId(), EVERYWHERE);
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
        admin.freshFactor(null);
        assertThat(problem(put(settingsOf(true, 2, 3, 2, 50)))).endsWith("fresh-factor-needed");
        admin.freshFactor(Map.of("factor", "PASSWORD", "secret", TestOrganizations.PASSWORD));
        settings(false, 2, 3, 2, 50);
        assertThat(problem(new Voter("Sales").up())).endsWith("voting-closed");
    }

    @Test
    void aDelegateHasNoVoteButTheirOwn() {
        Voter eve = new Voter("Sales");
        Voter adam = new Voter("Design");
        Instant now = Instant.now();
        Map<String, Object> lent = Map.of(
                "email",
                adam.person.email(),
                "startsAt",
                now.toString(),
                "endsAt",
                now.plus(Duration.ofDays(7)).toString());
        Api.Answer given = eve.api.post(O + "/my/delegations", lent);
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        adam.up();
        assertThat(problem(adam.up())).endsWith("already-voted");
        assertThat(tally(adam.page(), "/up")).isEqualTo(1);
        assertThat(problem(eve.up())).as("hers is still there").isEmpty();
    }
}
