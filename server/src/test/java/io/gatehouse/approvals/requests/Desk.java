package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Actor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.testing.TestDatabase;
import io.gatehouse.testing.TestOrganization;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One organization with somebody who asks and somebody who decides. */
record Desk(Approvals approvals, TestOrganization organization) {

    static final Map<String, String> TERMS = Map.of("scope", "DEVICE");
    static final Means MEANS = new Means(Means.Channel.CONSOLE, Means.Factor.SECOND);
    static final Statement NO = Statement.of("reason", "Nobody knows its maker");

    private static final Statement WHY = Statement.of("justification", "Needed for the quarterly report");

    OrganizationScope asking() {
        return organization.scope(Role.END_USER);
    }

    OrganizationScope deciding() {
        return organization.scope(Role.SECURITY_ADMIN);
    }

    /** One more person who decides. */
    OrganizationScope another() {
        var person = organization.another(Role.SECURITY_ADMIN);
        return new OrganizationScope(organization.id(), Actor.person(person.id(), person.displayName()));
    }

    RequestView submit(String subject) {
        return approvals.submit(asking(), asking(subject));
    }

    static NewRequest asking(String subject) {
        return new NewRequest(TestDoor.KIND, subject, "Open " + subject, Map.of("what", subject), WHY);
    }

    RequestView approve(OrganizationScope scope, RequestView request) {
        return approvals.approve(scope, request.id(), request.contentHash(), MEANS, TERMS, null);
    }

    RequestState state(RequestId request) {
        return approvals.find(deciding(), request).orElseThrow().state();
    }

    static RequestQuery everything(String cursor) {
        return new RequestQuery(null, null, null, null, cursor, 3);
    }

    List<Long> matching(String text) {
        return approvals.list(deciding(), new RequestQuery(null, null, text, null, null, 50)).items().stream()
                .map(RequestView::number)
                .toList();
    }

    static void refused(ApprovalProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = work.stream()
                    .map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /** A policy under which two must agree. */
    void publishFourEyes() throws SQLException {
        inDatabaseAsOwner("""
                insert into approvals.policy (organization_id, kind, version, document) values ('%s', 'TEST', 1,
                '{"name": "Four eyes", "routes": [], "otherwise": {"separation": ["REQUESTER"], "expiry": "P30D",
                  "freshness": "P7D", "stages": [{"id": "security", "name": "Security", "after": [], "veto": "ENDS",
                    "keeps": [], "escalations": [], "requirement": {"kind": "GROUP", "name": "Security",
                      "seats": [{"who": {"kind": "PERMISSION", "permission": "request.decide"}, "weight": 1}],
                      "fallback": [], "quorum": {"kind": "MINIMUM", "people": 2}}}]}}')
                """.formatted(organization.id()));
    }

    void inDatabaseAsOwner(String sql) throws SQLException {
        var database = TestDatabase.database();
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("set app.organization = '" + organization.id() + "'");
            assertThat(statement.executeUpdate(sql)).isOne();
        }
    }
}
