package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A right is lent for a while to somebody who is told, and to nobody who must not have it. */
@MailTest
final class DelegationIT {

    private static final String OWN = "/api/organizations/{o}/my/delegations";

    private final Approvals approvals;
    private final TestOrganizations organizations;
    private final TestClock clock;

    private TestOrganization acme;
    private Desk desk;
    private Api away;
    private PersonRef decider;
    private PersonRef delegate;

    @Autowired
    DelegationIT(Approvals approvals, TestOrganizations organizations, TestClock clock) {
        this.approvals = approvals;
        this.organizations = organizations;
        this.clock = clock;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        desk = new Desk(approvals, acme);
        away = acme.as(Role.SECURITY_ADMIN);
        decider = acme.person(Role.SECURITY_ADMIN);
        delegate = acme.another(Role.END_USER);
    }

    private OrganizationScope scope(PersonRef person) {
        return new OrganizationScope(acme.id(), Actor.person(person.id(), person.displayName()));
    }

    private static Map<String, Object> wanted(String email, Duration from, Duration until) {
        Instant now = Instant.now();
        return new HashMap<>(Map.of(
                "email",
                email,
                "startsAt",
                now.plus(from).toString(),
                "endsAt",
                now.plus(until).toString()));
    }

    private static Map<String, Object> forAWeek(PersonRef to) {
        return wanted(to.email(), Duration.ZERO, Duration.ofDays(7));
    }

    private static String give(Api from, Map<String, Object> wanted) {
        Api.Answer answer = from.post(OWN, wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().at("/id").asString();
    }

    private static void refused(Api from, Map<String, Object> wanted, String words) {
        Api.Answer answer = from.post(OWN, wanted);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(words);
    }

    private boolean sees(PersonRef person, RequestView request) {
        return approvals.inbox(scope(person), null, 50).page().items().stream()
                .anyMatch(found -> found.id().equals(request.id()));
    }

    @Test
    void theDelegateIsToldAndDecidesAndBothNamesStay() {
        RequestView asked = desk.submit("one");
        Desk.refused(ApprovalProblem.NOT_AN_APPROVER, () -> desk.approve(scope(delegate), asked));
        give(away, forAWeek(delegate));
        assertThat(TestMail.await(delegate.email(), 1).text()).contains(decider.displayName());
        assertThat(sees(delegate, asked)).isTrue();
        assertThat(approvals.asks(scope(delegate), asked.id())).isTrue();
        DecisionView made = desk.approve(scope(delegate), asked).decisions().getFirst();
        assertThat(made.personName()).isEqualTo(delegate.displayName());
        assertThat(made.memberName()).isEqualTo(decider.displayName());
        assertThat(made.delegatedUntil()).isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.APPROVED);
        assertThat(away.get("/api/organizations/{o}/ledger/entries?action=delegation.give")
                        .body())
                .contains(delegate.id().toString());
    }

    @Test
    void oneHumanCountsOnceHoweverTheyCame() throws Exception {
        desk.publishFourEyes();
        OrganizationScope second = desk.another();
        RequestView asked = desk.submit("one");
        give(away, forAWeek(delegate));
        desk.approve(scope(delegate), asked);
        Desk.refused(ApprovalProblem.ALREADY_DECIDED_BY_YOU, () -> desk.approve(scope(delegate), asked));
        Desk.refused(ApprovalProblem.ALREADY_DECIDED_BY_YOU, () -> desk.approve(desk.deciding(), asked));
        assertThat(sees(delegate, asked)).isFalse();
        assertThat(desk.approve(second, asked).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void nobodyDecidesTheirOwnRequestThroughSomebodyElse() {
        RequestView asked = approvals.submit(scope(delegate), Desk.asking("own"));
        RequestView deciders = approvals.submit(desk.deciding(), Desk.asking("the decider's"));
        give(away, forAWeek(delegate));
        assertThat(sees(delegate, asked)).isFalse();
        Desk.refused(ApprovalProblem.OWN_REQUEST, () -> desk.approve(scope(delegate), asked));
        assertThat(sees(delegate, deciders)).isFalse();
        Desk.refused(ApprovalProblem.SEPARATED, () -> desk.approve(scope(delegate), deciders));
    }

    @Test
    void itHoldsForItsTimeOnly() {
        RequestView asked = desk.submit("one");
        give(away, wanted(delegate.email(), Duration.ofDays(2), Duration.ofDays(3)));
        Desk.refused(ApprovalProblem.NOT_AN_APPROVER, () -> desk.approve(scope(delegate), asked));
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(3).plusMinutes(1))) {
            assertThat(sees(delegate, asked)).isFalse();
            Desk.refused(ApprovalProblem.NOT_AN_APPROVER, () -> desk.approve(scope(delegate), asked));
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofDays(2).plusMinutes(1))) {
            assertThat(desk.approve(scope(delegate), asked).state()).isEqualTo(RequestState.APPROVED);
        }
    }

    @Test
    void itEndsWithTheRightItCameFromAndWhenItIsTakenBack() throws Exception {
        desk.publishFourEyes();
        OrganizationScope second = desk.another();
        RequestView asked = desk.submit("one");
        String id = give(away, forAWeek(delegate));
        desk.approve(scope(delegate), asked);
        assertThat(away.post(OWN + "/" + id + "/end").status()).isEqualTo(200);
        assertThat(away.post(OWN + "/" + id + "/end").status()).isEqualTo(409);
        assertThat(desk.approve(second, asked).state())
                .as("what was agreed by it counts no more")
                .isEqualTo(RequestState.IN_REVIEW);
        PersonRef lead = acme.another(Role.SECURITY_ADMIN);
        give(acme.as(lead), forAWeek(delegate));
        RequestView other = desk.submit("two");
        assertThat(sees(delegate, other)).isTrue();
        assertThat(away.post("/api/organizations/{o}/people/" + lead.id() + "/suspend", Map.of("reason", "Left us"))
                        .status())
                .isLessThan(300);
        assertThat(sees(delegate, other)).isFalse();
        Desk.refused(ApprovalProblem.NOT_AN_APPROVER, () -> desk.approve(scope(delegate), other));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(away, forAWeek(decider), "their own place");
        refused(away, wanted("nobody@example.test", Duration.ZERO, Duration.ofDays(1)), "No active member");
        PersonRef outsider = organizations.enterprise().person(Role.SECURITY_ADMIN);
        refused(away, forAWeek(outsider), "No active member");
        refused(away, wanted(delegate.email(), Duration.ofDays(2), Duration.ofDays(1)), "end after it starts");
        refused(away, wanted(delegate.email(), Duration.ofDays(-2), Duration.ofDays(-1)), "end after it starts");
        refused(away, wanted(delegate.email(), Duration.ZERO, Duration.ofDays(400)), "within 366 days");
        Map<String, Object> unknown = forAWeek(delegate);
        unknown.put("kind", "NOTHING");
        refused(away, unknown, "kind must be one of");
    }

    @Test
    void aRightPassesThroughThreeHandsAndReturnsToNobody() {
        List<PersonRef> hands = List.of(
                delegate, acme.another(Role.END_USER), acme.another(Role.END_USER), acme.another(Role.END_USER));
        give(away, forAWeek(hands.get(0)));
        refused(acme.as(hands.get(0)), forAWeek(decider), "comes back");
        give(acme.as(hands.get(0)), forAWeek(hands.get(1)));
        give(acme.as(hands.get(1)), forAWeek(hands.get(2)));
        refused(acme.as(hands.get(2)), forAWeek(hands.get(3)), "three times at most");
        refused(acme.as(hands.get(2)), forAWeek(decider), "comes back");
        RequestView asked = desk.submit("one");
        assertThat(sees(hands.get(2), asked)).isTrue();
        DecisionView made = desk.approve(scope(hands.get(2)), asked).decisions().getFirst();
        assertThat(made.memberName()).isEqualTo(decider.displayName());
    }

    @Test
    void aScopeIsKept() {
        RequestView asked = desk.submit("one");
        Map<String, Object> software = forAWeek(delegate);
        software.put("kind", "SOFTWARE");
        give(away, software);
        assertThat(sees(delegate, asked)).isFalse();
        Desk.refused(ApprovalProblem.NOT_AN_APPROVER, () -> desk.approve(scope(delegate), asked));
        Map<String, Object> test = forAWeek(delegate);
        test.put("kind", TestDoor.KIND);
        give(away, test);
        assertThat(sees(delegate, asked)).isTrue();
        assertThat(desk.approve(scope(delegate), asked).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void anAdministratorArrangesItForSomebodyAbsentButNotForThemselves() {
        PersonRef absent = acme.another(Role.SECURITY_ADMIN);
        String path = "/api/organizations/{o}/people/" + absent.id() + "/delegations";
        assertThat(away.post(path, forAWeek(decider)).body()).contains("themselves");
        assertThat(acme.as(delegate).post(path, forAWeek(delegate)).status()).isEqualTo(403);
        Api.Answer given = away.post(path, forAWeek(delegate));
        assertThat(given.status()).as(given.body()).isEqualTo(201);
        assertThat(TestMail.await(absent.email(), 1).text()).contains(delegate.displayName());
        String end = "/api/organizations/{o}/my/delegations/"
                + given.json().at("/id").asString() + "/end";
        assertThat(acme.as(acme.another(Role.END_USER)).post(end).status()).isEqualTo(404);
        assertThat(organizations.enterprise().as(Role.SECURITY_ADMIN).post(end).status())
                .isEqualTo(404);
        assertThat(acme.as(delegate).post(end).status()).as("given back").isEqualTo(200);
    }
}
