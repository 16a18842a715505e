package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policies.ReplayReport.ReplayedRequest;
import io.gatehouse.kernel.BodyLimit;
import io.gatehouse.kernel.Export;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A replay as a table: every request that would have ended otherwise or gone another way. */
@RestController
@RequestMapping("/api/organizations/{organization}/approval-policies/{kind}")
final class ReplayExportController {

    private static final List<Export.Column<ReplayedRequest>> COLUMNS = List.of(
            new Export.Column<>("number", ReplayedRequest::number),
            new Export.Column<>("title", ReplayedRequest::title),
            new Export.Column<>("before", ReplayedRequest::before),
            new Export.Column<>("after", ReplayedRequest::after),
            new Export.Column<>("route_before", ReplayedRequest::routeBefore),
            new Export.Column<>("route_after", ReplayedRequest::routeAfter),
            new Export.Column<>("stages_missing", request -> String.join(" ", request.missing())),
            new Export.Column<>("people_asked", ReplayedRequest::asked),
            new Export.Column<>("hours_before", ReplayedRequest::hoursBefore),
            new Export.Column<>("hours_after", ReplayedRequest::hoursAfter));

    private final Policies policies;
    private final Export export;

    ReplayExportController(Policies policies, Export export) {
        this.policies = policies;
        this.export = export;
    }

    /** As CSV. */
    @PostMapping("/replay/export")
    @BodyLimit(ApprovalPolicyController.LARGEST)
    @Requires(Permission.APPROVAL_POLICY_MANAGE)
    void export(
            OrganizationScope scope,
            @PathVariable String kind,
            @RequestBody ApprovalPolicyController.TriedPolicy tried,
            HttpServletResponse response)
            throws IOException {
        List<ReplayedRequest> requests =
                policies.replay(scope, kind, tried.policy(), Replay.MOST).requests();
        export.send(response, Export.Format.CSV, "replay", COLUMNS, _ -> new Page<>(requests, null));
    }
}
