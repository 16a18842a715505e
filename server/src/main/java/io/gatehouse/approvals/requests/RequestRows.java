package io.gatehouse.approvals.requests;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.Statement;
import io.gatehouse.approvals.engine.Ask;
import io.gatehouse.approvals.engine.Content;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.approvals.engine.Request;
import io.gatehouse.approvals.engine.Roster;
import io.gatehouse.approvals.engine.Stage;
import io.gatehouse.approvals.policy.Emergency;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads requests with their stages and decisions, all in one statement. */
final class RequestRows {

    /** To be followed by a condition on {@code r}. */
    static final String SELECT = """
            select r.*,
                (select coalesce(jsonb_agg(s order by s.position), '[]') from approvals.stage s
                 where s.organization_id = r.organization_id and s.request_id = r.id) as stages,
                (select coalesce(jsonb_agg(d order by d.decided_at, d.id), '[]') from approvals.decision d
                 where d.organization_id = r.organization_id and d.request_id = r.id) as decisions
            from approvals.request r
            """;

    private RequestRows() {}

    private record StageRow(
            String stage,
            Stage.State state,
            Map<String, Roster> rosters,
            Set<Integer> escalated,
            @JsonProperty("activated_at") @Nullable Instant activatedAt,
            @Nullable String skipped) {

        Stage of(Map<String, StagePlan> plans) {
            StagePlan plan = plans.get(stage);
            if (plan == null) {
                throw new IllegalStateException("The path of the request has no stage " + stage);
            }
            return new Stage(plan, state, rosters, escalated, activatedAt, skipped);
        }
    }

    private record DecisionRow(
            UUID id,
            int round,
            String stage,
            @JsonProperty("group_name") String group,
            Outcome outcome,
            @JsonProperty("person_id") PersonId person,
            @JsonProperty("person_name") String personName,
            @JsonProperty("member_id") PersonId member,
            @JsonProperty("member_name") String memberName,
            List<UUID> delegations,
            @JsonProperty("delegated_until") @Nullable Instant delegatedUntil,
            String authority,
            int weight,
            @JsonProperty("content_hash") ContentHash content,
            Means.Channel channel,
            Means.@Nullable Factor factor,
            Map<String, String> terms,
            @Nullable String comment,
            @JsonProperty("decided_at") Instant at) {

        Decision decision() {
            return new Decision(
                    id,
                    round,
                    stage,
                    group,
                    outcome,
                    person,
                    personName,
                    member,
                    memberName,
                    delegations,
                    delegatedUntil,
                    authority,
                    weight,
                    content,
                    factor == null ? null : new Means(channel, factor),
                    terms,
                    comment,
                    at);
        }
    }

    static KeptRequest request(ResultSet row, int ignored) throws SQLException {
        Ask ask = new Ask(
                new RequestId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("requester_id", UUID.class)),
                ids(row, "beneficiaries").map(PersonId::new).collect(Collectors.toSet()),
                row.getBoolean("emergency"),
                Rows.instant(row, "submitted_at"));
        Path path = Documents.read(row.getString("path"), Path.class);
        Request request = new Request(
                ask,
                new Content(
                        row.getInt("version"),
                        new ContentHash(row.getString("content_hash")),
                        new PersonId(row.getObject("editor_id", UUID.class))),
                path,
                RequestState.valueOf(row.getString("state")),
                row.getInt("round"),
                stages(row, path),
                Arrays.stream(Documents.read(row.getString("decisions"), DecisionRow[].class))
                        .map(DecisionRow::decision)
                        .toList(),
                ids(row, "lapsed").collect(Collectors.toSet()),
                Rows.instantOrNull(row, "closed_at"));
        return new KeptRequest(
                request,
                row.getLong("number"),
                asked(row),
                row.getString("requester_name"),
                row.getInt("policy_version"),
                new KeptRequest.Routing(
                        row.getString("route"), row.getString("routing"), Documents.values(row.getString("facts"))),
                row.getString("result"));
    }

    private static List<Stage> stages(ResultSet row, Path path) throws SQLException {
        Emergency emergency = path.emergency();
        Map<String, StagePlan> plans = Stream.concat(
                        path.stages().stream(),
                        row.getBoolean("emergency") && emergency != null
                                ? Stream.of(emergency.stage())
                                : Stream.empty())
                .collect(Collectors.toMap(StagePlan::id, Function.identity(), (_, last) -> last));
        return Arrays.stream(Documents.read(row.getString("stages"), StageRow[].class))
                .map(stage -> stage.of(plans))
                .toList();
    }

    private static NewRequest asked(ResultSet row) throws SQLException {
        return new NewRequest(
                row.getString("kind"),
                row.getString("subject_key"),
                row.getString("title"),
                Documents.texts(row.getString("subject")),
                new Statement(row.getString("justification")));
    }

    private static Stream<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray());
    }
}
