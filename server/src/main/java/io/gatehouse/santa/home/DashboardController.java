package io.gatehouse.santa.home;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.RequestFigures;
import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.software.SoftwareCatalogue;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The first page. */
@RestController
@RequestMapping("/api/organizations/{organization}")
final class DashboardController {

    private static final int TOP = 10;

    private final Transactions transactions;
    private final Organizations organizations;
    private final DashboardStore store;
    private final SoftwareCatalogue software;
    private final Approvals approvals;
    private final Clock clock;

    DashboardController(
            Transactions transactions,
            Organizations organizations,
            DashboardStore store,
            SoftwareCatalogue software,
            Approvals approvals,
            Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.store = store;
        this.software = software;
        this.approvals = approvals;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    @Requires(Permission.DASHBOARD_READ)
    Dashboard dashboard(OrganizationScope scope, @RequestParam(required = false) @Nullable String window) {
        return transactions.read(scope, () -> {
            ZoneId zone = ZoneId.of(organizations.of(scope).timeZone());
            Window looked = Window.of(window, clock.instant(), zone);
            RequestFigures figures = approvals.figures(scope, looked.firstDay(), looked.lastDay(), zone);
            return new Dashboard(
                    new Dashboard.Queue(figures.open(), figures.oldestSubmittedAt()),
                    store.fleet(scope),
                    store.blocks(scope, looked),
                    timeToDecision(figures),
                    software.newest(scope, TOP),
                    store.topBlocked(scope, looked, TOP));
        });
    }

    private static Dashboard.TimeToDecision timeToDecision(RequestFigures figures) {
        return new Dashboard.TimeToDecision(
                figures.medianSeconds(),
                figures.p90Seconds(),
                figures.decided(),
                figures.byDay().stream()
                        .map(day -> new Dashboard.Day(day.day(), day.medianSeconds(), day.decided()))
                        .toList());
    }
}
