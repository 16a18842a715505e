package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.identity.CustomerFigures.Figure;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.webhook.WebhookReceiver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests as the database keeps them. */
@ServerTest
final class RequestIT {

    private final Approvals approvals;
    private final TestOrganizations organizations;
    private final TestDoor door;
    private final Transactions transactions;
    private final WaitingRequests waiting;

    private Desk desk;

    @Autowired
    RequestIT(
            Approvals approvals,
            TestOrganizations organizations,
            TestDoor door,
            Transactions transactions,
            WaitingRequests waiting) {
        this.transactions = transactions;
        this.waiting = waiting;
        this.approvals = approvals;
        this.organizations = organizations;
        this.door = door;
    }

    @BeforeEach
    void freshOrganization() {
        desk = new Desk(approvals, organizations.enterprise());
    }

    @Test
    void anApprovalCarriesOutWhatWasAskedAndIsKeptWhole() {
        RequestView asked = desk.submit("one");
        assertThat(asked.number()).isEqualTo(1);
        assertThat(asked.state()).isEqualTo(RequestState.IN_REVIEW);
        assertThat(door.wasOpened(asked.id())).isTrue();
        assertThat(desk.submit("two").number()).isEqualTo(2);

        RequestView approved =
                approvals.approve(desk.deciding(), asked.id(), asked.contentHash(), Desk.MEANS, Desk.TERMS, null);

        assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
        assertThat(approved.result()).isEqualTo("made for #1");
        assertThat(approved.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(desk.deciding().actor().is(decision.person())).isTrue();
            assertThat(decision.contentHash()).isEqualTo(asked.contentHash());
            assertThat(decision.terms()).isEqualTo(Desk.TERMS);
        });
        assertThat(approvals.find(desk.asking(), asked.id())).contains(approved);
        assertThat(door.executions(asked.id())).isOne();
        assertThat(door.closures(asked.id())).isOne();
    }

    @Test
    void programsAreToldWhatHappenedAndNotWhatItIsAbout() {
        Api admin = desk.organization().as(Role.SECURITY_ADMIN);
        List<String> types = List.of("request.submitted", "request.advanced", "request.closed");
        try (WebhookReceiver receiver = WebhookReceiver.start()) {
            admin.post(
                    "/api/organizations/{o}/destinations",
                    Map.of("name", "Desk", "url", receiver.address(), "types", types));
            RequestView asked = desk.submit("one");
            approvals.deny(desk.deciding(), asked.id(), asked.contentHash(), Desk.MEANS, Desk.NO);
            Awaitility.await().until(() -> receiver.arrivals().size() == 2);
            assertThat(receiver.arrivals())
                    .allSatisfy(arrival -> assertThat(arrival.body())
                            .contains("/requests/" + asked.id())
                            .doesNotContain(asked.title(), Desk.NO.text()))
                    .extracting(arrival -> arrival.body().contains("request.closed"))
                    .containsExactly(false, true);
        }
    }

    @Test
    void aDenialNeedsAReasonAndEndsTheRequestWithoutDoingAnything() {
        RequestView asked = desk.submit("one");
        Desk.refused(
                ApprovalProblem.REASON_MISSING,
                () -> approvals.deny(desk.deciding(), asked.id(), asked.contentHash(), Desk.MEANS, null));
        RequestView denied = approvals.deny(desk.deciding(), asked.id(), asked.contentHash(), Desk.MEANS, Desk.NO);
        assertThat(denied.state()).isEqualTo(RequestState.REJECTED);
        assertThat(denied.decisions()).singleElement().extracting("comment").isEqualTo(Desk.NO.text());
        assertThat(door.executions(asked.id())).isZero();
        assertThat(door.closures(asked.id())).isOne();
        assertThatThrownBy(() -> desk.approve(desk.deciding(), asked))
                .hasMessage("This request is already rejected by "
                        + desk.deciding().actor().displayName());
    }

    @Test
    void whatTheDoorCannotDoIsNotApproved() {
        RequestView asked = desk.submit("one");
        Map<String, String> impossible = Map.of(TestDoor.IMPOSSIBLE, "yes");
        assertThatThrownBy(() -> approvals.approve(
                        desk.deciding(), asked.id(), asked.contentHash(), Desk.MEANS, impossible, null))
                .hasMessage("The door is stuck");
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.IN_REVIEW);
        assertThat(approvals.find(desk.deciding(), asked.id()).orElseThrow().decisions())
                .isEmpty();
        assertThat(desk.approve(desk.deciding(), asked).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void onePersonHasOneOpenRequestForEachSubject() {
        RequestView asked = desk.submit("one");
        Desk.refused(ApprovalProblem.ALREADY_OPEN, () -> desk.submit("one"));
        assertThat(approvals.submit(desk.deciding(), Desk.asking("one")).number())
                .isEqualTo(2);
        approvals.withdraw(desk.asking(), asked.id());
        assertThat(desk.submit("one").number()).isEqualTo(3);
    }

    @Test
    void aPortfolioCountsWhatWaits() {
        RequestView asked = desk.submit("one");
        desk.submit("two");
        assertThat(open()).isEqualTo(2);
        approvals.withdraw(desk.asking(), asked.id());
        assertThat(open()).isEqualTo(1);
    }

    private long open() {
        return transactions.read(desk.asking(), () -> waiting.of(desk.asking())).get(Figure.OPEN_REQUESTS);
    }

    @Test
    void onlyTheRequesterWithdraws() {
        RequestView asked = desk.submit("one");
        Desk.refused(ApprovalProblem.NOT_THE_REQUESTER, () -> approvals.withdraw(desk.deciding(), asked.id()));
        assertThat(approvals.withdraw(desk.asking(), asked.id()).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(door.closures(asked.id())).isOne();
        Desk.refused(ApprovalProblem.ALREADY_DECIDED, () -> desk.approve(desk.deciding(), asked));
    }

    @Test
    void numbersHaveNoGapsThoughManyAskAtOnce() throws Exception {
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String subject = "subject " + i % 8;
            work.add(() -> {
                try {
                    return "#" + desk.submit(subject).number();
                } catch (ProblemException e) {
                    return "refused";
                }
            });
        }
        assertThat(Desk.atOnce(work))
                .containsExactlyInAnyOrder(
                        "#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8", "refused", "refused", "refused", "refused");
    }

    @Test
    void aPublishedPolicyOfTwoNeedsTwoWhoChooseTheSame() throws SQLException {
        desk.publishFourEyes();
        RequestView asked = desk.submit("one");
        assertThat(desk.approve(desk.deciding(), asked).state()).isEqualTo(RequestState.IN_REVIEW);
        Desk.refused(ApprovalProblem.ALREADY_DECIDED_BY_YOU, () -> desk.approve(desk.deciding(), asked));
        OrganizationScope other = desk.another();
        Desk.refused(
                ApprovalProblem.TERMS_DIFFER,
                () -> approvals.approve(other, asked.id(), asked.contentHash(), Desk.MEANS, Map.of(), null));
        assertThat(door.executions(asked.id())).isZero();
        assertThat(desk.approve(other, asked).state()).isEqualTo(RequestState.APPROVED);
        assertThat(door.executions(asked.id())).isOne();
    }
}
