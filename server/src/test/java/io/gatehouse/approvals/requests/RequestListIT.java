package io.gatehouse.approvals.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists and figures. */
@ServerTest
final class RequestListIT {

    private final Approvals approvals;
    private final TestOrganizations organizations;

    private Desk desk;

    @Autowired
    RequestListIT(Approvals approvals, TestOrganizations organizations) {
        this.approvals = approvals;
        this.organizations = organizations;
    }

    @BeforeEach
    void freshOrganization() {
        desk = new Desk(approvals, organizations.enterprise());
    }

    @Test
    void listsAreFilteredAndPaged() {
        for (int i = 1; i <= 5; i++) {
            desk.submit("report " + i);
        }
        RequestView denied = approvals.submit(desk.deciding(), Desk.asking("100% _strange_"));
        Page<RequestView> first = approvals.list(desk.deciding(), Desk.everything(null));
        assertThat(first.items()).extracting(RequestView::number).containsExactly(6L, 5L, 4L);
        Page<RequestView> second = approvals.list(desk.deciding(), Desk.everything(first.next()));
        assertThat(second.items()).extracting(RequestView::number).containsExactly(3L, 2L, 1L);
        assertThat(second.next()).isNull();
        assertThat(desk.matching("0% _str")).containsExactly(denied.number());
        assertThat(desk.matching("%")).containsExactly(denied.number());
        assertThat(desk.matching("#4")).containsExactly(4L);
        assertThat(desk.matching("REPORT 2")).containsExactly(2L);
        var mine = new RequestQuery(null, List.of(denied.requester()), null, null, null, 50);
        assertThat(approvals.list(desk.deciding(), mine).items()).containsExactly(denied);
        var about = RequestQuery.about(List.of("report 1", "report 3"), null, 50);
        assertThat(approvals.list(desk.deciding(), about).items()).hasSize(2);
        assertThatThrownBy(() -> approvals.list(desk.deciding(), Desk.everything("bm9uc2Vuc2U")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void figuresCountWhatWasDecidedAndNotWhatWasWithdrawn() throws SQLException {
        RequestView quick = desk.submit("quick");
        RequestView slow = desk.submit("slow");
        RequestView given = desk.submit("given up");
        RequestView waiting = desk.submit("waiting");
        desk.approve(desk.deciding(), quick);
        approvals.deny(desk.deciding(), slow.id(), slow.contentHash(), Desk.MEANS, Desk.NO);
        approvals.withdraw(desk.asking(), given.id());
        desk.inDatabaseAsOwner(
                "update approvals.request set closed_at = submitted_at + interval '10 seconds' where id = '"
                        + quick.id() + "'");
        desk.inDatabaseAsOwner(
                "update approvals.request set closed_at = submitted_at + interval '30 seconds' where id = '" + slow.id()
                        + "'");
        LocalDate today = LocalDate.ofInstant(quick.submittedAt(), ZoneOffset.UTC);
        var figures = approvals.figures(desk.deciding(), today.minusDays(1), today.plusDays(1), ZoneOffset.UTC);
        assertThat(figures.open()).isOne();
        assertThat(figures.oldestSubmittedAt()).isEqualTo(waiting.submittedAt());
        assertThat(figures.decided()).isEqualTo(2);
        assertThat(figures.medianSeconds()).isEqualTo(20.0);
        assertThat(figures.p90Seconds()).isEqualTo(28.0);
        assertThat(figures.byDay()).hasSize(3);
        assertThat(figures.byDay().getFirst().medianSeconds()).isNull();
        assertThat(figures.byDay()).extracting("decided").containsSubsequence(0L, 2L);
        assertThatThrownBy(() -> approvals.figures(desk.deciding(), today, today.plusDays(100), ZoneOffset.UTC))
                .hasMessageContaining("100 days");
    }
}
