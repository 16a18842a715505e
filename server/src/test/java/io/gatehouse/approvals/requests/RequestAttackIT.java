package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may not decide, does not; of many who may, one does. */
@ServerTest
final class RequestAttackIT {

    private final Approvals approvals;
    private final TestOrganizations organizations;
    private final TestDoor door;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    private Desk desk;

    @Autowired
    RequestAttackIT(
            Approvals approvals,
            TestOrganizations organizations,
            TestDoor door,
            Transactions transactions,
            JdbcClient jdbc) {
        this.approvals = approvals;
        this.organizations = organizations;
        this.door = door;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void freshOrganization() {
        desk = new Desk(approvals, organizations.enterprise());
    }

    @Test
    void nobodyFloodsThoseWhoDecide() throws Exception {
        List<Callable<String>> flood = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String subject = "flood " + i;
            flood.add(() -> {
                try {
                    return desk.submit(subject).state().name();
                } catch (ProblemException e) {
                    return e.problem().slug();
                }
            });
        }
        List<String> answers = Desk.atOnce(flood);
        assertThat(answers).filteredOn("IN_REVIEW"::equals).hasSize(50);
        assertThat(answers).filteredOn("too-many-requests"::equals).hasSize(10);
        approvals.submit(desk.deciding(), Desk.asking("another person's"));
        var open = approvals
                .list(desk.deciding(), new RequestQuery(RequestState.IN_REVIEW, null, "flood", null, null, 50))
                .items();
        for (RequestView each : open) {
            approvals.withdraw(desk.asking(), each.id());
        }
        for (int i = 0; i < 50; i++) {
            approvals.withdraw(desk.asking(), desk.submit("again " + i).id());
        }
        Desk.refused(ApprovalProblem.TOO_MANY_REQUESTS, () -> desk.submit("faster than anybody reads"));
    }

    @Test
    void nobodyDecidesTheirOwnRequestNotEvenAnApprover() {
        RequestView own = approvals.submit(desk.deciding(), Desk.asking("own"));
        Desk.refused(ApprovalProblem.OWN_REQUEST, () -> desk.approve(desk.deciding(), own));
        Desk.refused(
                ApprovalProblem.OWN_REQUEST,
                () -> approvals.deny(desk.deciding(), own.id(), own.contentHash(), Desk.MEANS, Desk.NO));
        assertThat(approvals.whyNot(desk.deciding(), own.id()))
                .hasValueSatisfying(why -> assertThat(why).contains("your own request"));
        assertThat(desk.state(own.id())).isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void whoHoldsNoPermissionWhenTheyDecideIsRefused() {
        RequestView asked = desk.submit("one");
        Desk.refused(
                ApprovalProblem.NOT_AN_APPROVER,
                () -> desk.approve(desk.organization().scope(Role.AUDITOR), asked));
        Desk.refused(
                ApprovalProblem.NOT_AN_APPROVER,
                () -> desk.approve(desk.organization().scope(), asked));
        OrganizationScope device = new OrganizationScope(
                desk.organization().id(), Actor.device(asked.id().value(), "Mac"));
        Desk.refused(ApprovalProblem.NOT_AN_APPROVER, () -> desk.approve(device, asked));
        // Holds everything in an organization of their own, nothing in this one.
        Actor stranger = organizations.enterprise().scope(Role.SECURITY_ADMIN).actor();
        Desk.refused(
                ApprovalProblem.NOT_AN_APPROVER,
                () -> desk.approve(new OrganizationScope(desk.organization().id(), stranger), asked));
        assertThat(approvals.whyNot(desk.deciding(), asked.id())).isEmpty();
    }

    @Test
    void anotherOrganizationSeesNothing() {
        RequestView asked = desk.submit("one");
        OrganizationScope other = organizations.enterprise().scope(Role.SECURITY_ADMIN);
        assertThat(approvals.find(other, asked.id())).isEmpty();
        assertThat(approvals.findAll(other, List.of(asked.id()))).isEmpty();
        Desk.refused(ApprovalProblem.NO_SUCH_REQUEST, () -> desk.approve(other, asked));
        Desk.refused(ApprovalProblem.NO_SUCH_REQUEST, () -> approvals.withdraw(other, asked.id()));
        assertThat(approvals.list(other, Desk.everything(null)).items()).isEmpty();
        assertThat(approvals.submit(other, Desk.asking("one")).number()).isOne();
    }

    @Test
    void aDecisionOnOtherContentIsRefused() {
        RequestView asked = desk.submit("one");
        RequestView other = desk.submit("two");
        assertThat(asked.contentHash()).isNotEqualTo(other.contentHash());
        Desk.refused(
                ApprovalProblem.CONTENT_CHANGED,
                () -> approvals.approve(
                        desk.deciding(), asked.id(), other.contentHash(), Desk.MEANS, Desk.TERMS, null));
        assertThatThrownBy(() -> new ContentHash("' or true --")).isInstanceOf(ProblemException.class);
    }

    @Test
    void contentThatWasTamperedWithIsNeverDecided() throws SQLException {
        RequestView asked = desk.submit("one");
        desk.inDatabaseAsOwner("update approvals.request set justification = 'Something else entirely' where id = '"
                + asked.id() + "'");
        assertThatThrownBy(() -> desk.approve(desk.deciding(), asked)).hasMessageContaining("does not have its hash");
        assertThat(desk.state(asked.id())).isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void ofManyWhoDecideAtOnceExactlyOneDoes() throws Exception {
        List<OrganizationScope> approvers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            approvers.add(desk.another());
        }
        for (int round = 0; round < 10; round++) {
            RequestView asked = desk.submit("round " + round);
            List<String> answers = Desk.atOnce(approvers.stream()
                    .<Callable<String>>map(approver -> () -> race(approver, asked))
                    .toList());
            RequestView after = approvals.find(desk.deciding(), asked.id()).orElseThrow();
            String winner = after.decisions().getFirst().personName();
            assertThat(answers).filteredOn("won"::equals).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("This request is already"))
                    .hasSize(3)
                    .allMatch(answer -> answer.endsWith("by " + winner));
            assertThat(after.decisions()).hasSize(1);
            assertThat(door.executions(asked.id())).isEqualTo(after.state() == RequestState.APPROVED ? 1 : 0);
            assertThat(door.closures(asked.id())).isOne();
        }
    }

    @Test
    void ofManyWhoAgreeAtOnceTwoCountWhereTwoMust() throws Exception {
        desk.publishFourEyes();
        List<OrganizationScope> approvers = List.of(desk.another(), desk.another(), desk.another(), desk.another());
        for (int round = 0; round < 5; round++) {
            RequestView asked = desk.submit("round " + round);
            List<String> answers = Desk.atOnce(approvers.stream()
                    .<Callable<String>>map(approver -> () -> agree(approver, asked))
                    .toList());
            assertThat(answers).filteredOn("counted"::equals).hasSize(2);
            assertThat(approvals.find(desk.deciding(), asked.id()).orElseThrow().decisions())
                    .hasSize(2);
            assertThat(door.executions(asked.id())).isOne();
        }
    }

    private String agree(OrganizationScope approver, RequestView asked) {
        try {
            desk.approve(approver, asked);
            return "counted";
        } catch (ProblemException e) {
            return "refused";
        }
    }

    private String race(OrganizationScope approver, RequestView asked) {
        try {
            if (approver.hashCode() % 2 == 0) {
                desk.approve(approver, asked);
            } else {
                approvals.deny(approver, asked.id(), asked.contentHash(), Desk.MEANS, Desk.NO);
            }
            return "won";
        } catch (ProblemException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void decisionsCannotBeChangedOrDeletedByTheServersRole() {
        RequestView asked = desk.submit("one");
        desk.approve(desk.deciding(), asked);
        for (String attack : List.of(
                "update approvals.decision set person_name = 'Nobody'",
                "delete from approvals.decision",
                "delete from approvals.request")) {
            assertThatThrownBy(() -> transactions.write(
                            desk.deciding(), () -> jdbc.sql(attack).update()))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }
}
