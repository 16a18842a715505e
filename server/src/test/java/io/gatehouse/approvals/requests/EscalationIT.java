package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who keeps silent is reminded, helped and at last passed over, once each, and silence never agrees. */
@ServerTest
final class EscalationIT {

    private final Approvals approvals;
    private final TestOrganizations organizations;
    private final TestClock clock;
    private final RequestTimer timer;
    private final Escalator escalator;
    private final Transactions transactions;
    private final TestDoor door;
    private final JdbcClient jdbc;

    private Desk desk;
    private PersonRef helper;

    @Autowired
    EscalationIT(
            Approvals approvals,
            TestOrganizations organizations,
            TestClock clock,
            RequestTimer timer,
            Escalator escalator,
            Transactions transactions,
            TestDoor door,
            JdbcClient jdbc) {
        this.approvals = approvals;
        this.organizations = organizations;
        this.clock = clock;
        this.timer = timer;
        this.escalator = escalator;
        this.transactions = transactions;
        this.door = door;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void impatientPolicy() throws Exception {
        desk = new Desk(approvals, organizations.enterprise());
        helper = desk.organization().another(Role.END_USER);
        desk.inDatabaseAsOwner("""
                insert into approvals.policy (organization_id, kind, version, document) values ('%s', 'TEST', 1,
                '{"name": "Impatient", "routes": [], "otherwise": {"separation": ["REQUESTER"], "expiry": "P30D",
                  "freshness": "P7D", "stages": [{"id": "security", "name": "Security", "after": [], "veto": "ENDS",
                    "keeps": ["COSMETIC"], "requirement": {"kind": "GROUP", "name": "Security",
                      "seats": [{"who": {"kind": "PERMISSION", "permission": "request.decide"}, "weight": 1}],
                      "fallback": [], "quorum": {"kind": "MINIMUM", "people": 1}},
                    "escalations": [
                      {"after": "P1D", "step": {"kind": "REMIND"}},
                      {"after": "P2D", "step": {"kind": "ADD", "to": "Security",
                        "seats": [{"who": {"kind": "PERSON", "person": "%s"}, "weight": 1}]}},
                      {"after": "P5D", "step": {"kind": "EXPIRE"}}]}]}}')
                """.formatted(desk.organization().id(), helper.id()));
    }

    private OrganizationScope helping() {
        return new OrganizationScope(desk.organization().id(), Actor.person(helper.id(), helper.displayName()));
    }

    private void sweep() {
        timer.sweep(desk.organization().scope());
    }

    private long written(String action) {
        OrganizationScope scope = desk.organization().scope();
        return transactions.read(
                scope,
                () -> jdbc.sql("select count(*) from ledger.entry where organization_id = ? and action = ?")
                        .params(scope.organization().value(), action)
                        .query(Long.class)
                        .single());
    }

    @Test
    void silenceIsFollowedByAReminderAHelperAndAnEnd() {
        RequestView helped = desk.submit("helped");
        RequestView silent = desk.submit("silent");
        sweep();
        assertThat(written("request.remind")).isZero();
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(1).plusMinutes(1))) {
            sweep();
            sweep();
            assertThat(written("request.remind")).isEqualTo(2);
            Desk.refused(ApprovalProblem.NOT_AN_APPROVER, () -> desk.approve(helping(), helped));
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(2).plusMinutes(1))) {
            sweep();
            assertThat(written("request.escalate")).isEqualTo(2);
            assertThat(approvals.inbox(helping(), null, 10).page().items()).hasSize(2);
            assertThat(desk.approve(helping(), helped).state()).isEqualTo(RequestState.APPROVED);
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(6))) {
            sweep();
        }
        assertThat(desk.state(silent.id())).isEqualTo(RequestState.EXPIRED);
        assertThat(desk.state(helped.id())).isEqualTo(RequestState.APPROVED);
        assertThat(door.executions(silent.id())).isZero();
        assertThat(door.closures(silent.id())).isOne();
        assertThat(written("request.expire")).isOne();
    }

    @Test
    void whatWasMissedWhileNobodyLookedIsDoneInOrder() {
        RequestView asked = desk.submit("one");
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(40))) {
            sweep();
        }
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.EXPIRED);
        assertThat(written("request.remind")).as("its whole time was over").isZero();
        RequestView other = desk.submit("two");
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(3))) {
            sweep();
        }
        assertThat(desk.state(other.id())).isEqualTo(RequestState.IN_REVIEW);
        assertThat(written("request.remind")).isOne();
        assertThat(written("request.escalate")).isOne();
    }

    @Test
    void manyNodesAtOnceDoItOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.submit("request " + i);
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(1).plusMinutes(1))) {
            Callable<Boolean> node = () -> {
                sweep();
                return true;
            };
            Desk.atOnce(Collections.nCopies(4, node));
            sweep();
        }
        assertThat(written("request.remind")).isEqualTo(5);
    }

    @Test
    void aNodeThatDiesInTheMiddleLeavesNothingBehind() {
        RequestView asked = desk.submit("one");
        OrganizationScope scope = desk.organization().scope();
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(1).plusMinutes(1))) {
            assertThatThrownBy(() -> transactions.write(scope, () -> {
                        assertThat(escalator.step(scope, asked.id())).isTrue();
                        throw new IllegalStateException("The node dies");
                    }))
                    .hasMessage("The node dies");
            assertThat(written("request.remind")).isZero();
            sweep();
            assertThat(written("request.remind")).isOne();
        }
    }

    @Test
    void nobodyIsPressedWhileTheRequesterMustAnswer() {
        RequestView asked = desk.submit("one");
        Statement question = Statement.of("question", "What do you need it for?");
        approvals.askBack(desk.deciding(), asked.id(), asked.contentHash(), Desk.MEANS, question);
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(3))) {
            sweep();
            assertThat(written("request.remind")).isZero();
            approvals.revise(desk.asking(), asked.id(), Desk.asking("one"));
            sweep();
            assertThat(written("request.remind")).isOne();
        }
        approvals.withdraw(desk.asking(), asked.id());
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(60))) {
            sweep();
        }
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void closedDaysDoNotCountAndOnlyWhoWritesPoliciesSaysWhichTheyAre() {
        Api admin = desk.organization().as(Role.SECURITY_ADMIN);
        String path = "/api/organizations/{o}/business-calendar";
        Map<String, Object> calendar = Map.of(
                "timeZone",
                "UTC",
                "days",
                List.of("MONDAY"),
                "opens",
                "09:00",
                "closes",
                "10:00",
                "holidays",
                List.of());
        assertThat(desk.organization().as(Role.END_USER).put(path, calendar).status())
                .isEqualTo(403);
        assertThat(admin.put(path, "{\"timeZone\": \"UTC\"}").status()).isBetween(400, 422);
        Api.Answer changed = admin.put(path, calendar);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(admin.get(path).json()).isEqualTo(changed.json());
        desk.submit("one");
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(20))) {
            sweep();
            assertThat(written("request.remind")).as("one open hour a week").isZero();
        }
        assertThat(written("calendar.change")).isOne();
    }
}
