package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.kernel.OrganizationScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.stage}. */
@Component
final class StageStore {

    private final JdbcClient jdbc;
    private final DueTimes times;

    StageStore(JdbcClient jdbc, DueTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** Writes the stages that differ, and drops those that the path no longer has. */
    void write(OrganizationScope scope, @Nullable Request before, Request after) {
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        for (int position = 0; position < after.stages().size(); position++) {
            Stage stage = after.stages().get(position);
            if (before == null || !before.stages().contains(stage) || isPressedOtherwise(before, after, stage)) {
                changed.add(row(scope, after, position, stage));
            }
        }
        if (!changed.isEmpty()) {
            upsert(scope, after.ask().id(), changed);
        }
        if (before != null && !before.path().equals(after.path())) {
            drop(scope, after);
        }
    }

    /** Whether other escalations come, though the stage stays as it was. */
    private static boolean isPressedOtherwise(Request before, Request after, Stage stage) {
        return !DueTimes.pending(before, stage).equals(DueTimes.pending(after, stage));
    }

    private Map<String, @Nullable Object> row(OrganizationScope scope, Request request, int position, Stage stage) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("stage", stage.plan().id());
        row.put("position", position);
        row.put("state", stage.state());
        row.put("rosters", stage.rosters());
        row.put("escalated", stage.escalated());
        row.put("activated_at", stage.activatedAt());
        row.put("skipped", stage.skipped());
        row.put(
                "due_at",
                times.next(scope, request, stage).map(DueTimes.Due::at).orElse(null));
        return row;
    }

    private void upsert(OrganizationScope scope, RequestId request, List<Map<String, @Nullable Object>> rows) {
        jdbc.sql("""
                        insert into approvals.stage (organization_id, request_id, stage, position, state, rosters,
                            escalated, activated_at, skipped, due_at)
                        select :organization, :request, s.stage, s.position, s.state, s.rosters,
                            array(select jsonb_array_elements(s.escalated)::integer), s.activated_at, s.skipped, s.due_at
                        from jsonb_to_recordset(cast(:rows as jsonb)) s (stage text, position integer, state text,
                            rosters jsonb, escalated jsonb, activated_at timestamptz, skipped text,
                            due_at timestamptz)
                        on conflict (organization_id, request_id, stage) do update
                        set position = excluded.position, state = excluded.state, rosters = excluded.rosters,
                            escalated = excluded.escalated, activated_at = excluded.activated_at,
                            skipped = excluded.skipped, due_at = excluded.due_at
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.value())
                .param("rows", Documents.write(rows))
                .update();
    }

    private void drop(OrganizationScope scope, Request request) {
        jdbc.sql("""
                        delete from approvals.stage
                        where organization_id = :organization and request_id = :request and stage <> all(:kept)
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.ask().id().value())
                .param(
                        "kept",
                        request.stages().stream()
                                .map(stage -> stage.plan().id())
                                .toArray(String[]::new))
                .update();
    }
}
