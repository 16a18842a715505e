package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.engine.Assignment;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.kernel.OrganizationScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code approvals.stage} and {@code approvals.assignment}. */
@Component
final class StageStore {

    private final JdbcClient jdbc;

    StageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OrganizationScope scope, Request request) {
        List<Stage> stages = request.stages();
        jdbc.sql("""
                        with inserted as (
                            insert into approvals.stage (organization_id, request_id, position, state)
                            select :organization, :request, s.position - 1, s.state
                            from unnest(:states) with ordinality s (state, position)
                            returning position)
                        insert into approvals.assignment (organization_id, request_id, stage, place, state)
                        select :organization, :request, i.position, p.place, 'PENDING'
                        from inserted i
                        join unnest(:sizes) with ordinality z (size, position) on z.position - 1 = i.position
                        cross join lateral generate_series(0, z.size - 1) p (place)
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.id().value())
                .param(
                        "states",
                        stages.stream().map(stage -> stage.state().name()).toArray(String[]::new))
                .param(
                        "sizes",
                        stages.stream().map(stage -> stage.places().size()).toArray(Integer[]::new))
                .update();
    }

    List<Stage> load(OrganizationScope scope, RequestRow row) {
        record Place(int stage, Stage.State stageState, Assignment assignment) {}
        Map<Integer, List<Place>> places = new TreeMap<>();
        jdbc.sql("""
                        select s.position, s.state as stage_state, a.place, a.state
                        from approvals.stage s
                        join approvals.assignment a on a.organization_id = s.organization_id
                            and a.request_id = s.request_id and a.stage = s.position
                        where s.organization_id = :organization and s.request_id = :request
                        order by s.position, a.place
                        """)
                .param("organization", scope.organization().value())
                .param("request", row.id().value())
                .query((set, _) -> new Place(
                        set.getInt("position"),
                        Stage.State.valueOf(set.getString("stage_state")),
                        new Assignment(set.getInt("place"), Assignment.State.valueOf(set.getString("state")))))
                .list()
                .forEach(place -> places.computeIfAbsent(place.stage(), _ -> new ArrayList<>())
                        .add(place));
        List<Stage> stages = new ArrayList<>();
        places.forEach((position, all) -> {
            Policy.Stage plan = row.policy().stages().get(position);
            stages.add(new Stage(
                    position,
                    plan.name(),
                    all.getFirst().stageState(),
                    plan.approvers(),
                    all.stream().map(Place::assignment).toList()));
        });
        return stages;
    }

    /** Writes what differs. */
    void update(OrganizationScope scope, Request before, Request after) {
        for (Stage stage : after.stages()) {
            Stage old = before.stages().get(stage.position());
            if (stage.state() != old.state()) {
                update(scope, after, stage);
            }
            for (Assignment place : stage.places()) {
                if (!place.equals(old.places().get(place.place()))) {
                    update(scope, after, stage.position(), place);
                }
            }
        }
    }

    private void update(OrganizationScope scope, Request request, Stage stage) {
        jdbc.sql("""
                        update approvals.stage set state = :state
                        where organization_id = :organization and request_id = :request and position = :position
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.id().value())
                .param("position", stage.position())
                .param("state", stage.state().name())
                .update();
    }

    private void update(OrganizationScope scope, Request request, int stage, Assignment place) {
        jdbc.sql("""
                        update approvals.assignment set state = :state
                        where organization_id = :organization and request_id = :request and stage = :stage
                            and place = :place
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.id().value())
                .param("stage", stage)
                .param("place", place.place())
                .param("state", place.state().name())
                .update();
    }
}
