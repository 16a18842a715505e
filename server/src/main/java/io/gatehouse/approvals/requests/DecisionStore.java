package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.engine.Decision;
import io.gatehouse.kernel.OrganizationScope;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.decision}: insert and select only. */
@Component
final class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(OrganizationScope scope, RequestId request, Decision decision) {
        Means means = decision.means();
        jdbc.sql("""
                        insert into approvals.decision (organization_id, id, request_id, round, stage, group_name, outcome,
                            person_id, person_name, member_id, member_name, delegations, delegated_until, authority, weight, content_hash,
                            channel, factor, terms, comment, decided_at)
                        values (:organization, :id, :request, :round, :stage, :group, :outcome, :person, :personName,
                            :member, :memberName, :delegations, :delegatedUntil, :authority, :weight, :contentHash, :channel, :factor,
                            cast(:terms as jsonb), :comment, :decidedAt)
                        """)
                .param("organization", scope.organization().value())
                .param("id", decision.id())
                .param("request", request.value())
                .param("round", decision.round())
                .param("stage", decision.stage())
                .param("group", decision.group())
                .param("outcome", decision.outcome().name())
                .param("person", decision.person().value())
                .param("personName", decision.personName())
                .param("member", decision.member().value())
                .param("memberName", decision.memberName())
                .param("delegations", decision.delegations().toArray(UUID[]::new))
                .param(
                        "delegatedUntil",
                        decision.delegatedUntil() == null
                                ? null
                                : decision.delegatedUntil().atOffset(ZoneOffset.UTC))
                .param("authority", decision.authority())
                .param("weight", decision.weight())
                .param("contentHash", decision.content().hex())
                .param(
                        "channel",
                        means == null
                                ? Means.Channel.CONSOLE.name()
                                : means.channel().name())
                .param("factor", means == null ? null : means.factor().name())
                .param("terms", Documents.write(decision.terms()))
                .param("comment", decision.comment())
                .param("decidedAt", decision.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
